import type { LayoutGraph, Placements } from '@/lib/layout/layout-graph'
import type { Nesting } from '@/lib/layout/nesting'
import { ROOT } from '@/lib/layout/nesting'

const ROUNDS = 3

/**
 * Lets equal cards of one column swap places so that each stands near the height of what it is connected to. A zone is
 * laid out before what surrounds it, and so an image's column does not know where its containers came to stand.
 */
export function untangle(graph: LayoutGraph, nesting: Nesting, placements: Placements): Placements {
  const columns = columnsOf(graph, nesting, placements)
  if (columns.length === 0) return placements
  const neighbours = neighboursOf(graph)
  const result: Placements = { ...placements }
  for (let round = 0; round < ROUNDS; round += 1) {
    const heights = new Map<string, number>()
    for (const column of columns)
      swap(column, result, (id) => middleOf(id, neighbours, nesting, result, heights))
  }
  return result
}

function columnsOf(graph: LayoutGraph, nesting: Nesting, placements: Placements): string[][] {
  const columns = new Map<string, string[]>()
  for (const node of graph.nodes) {
    const at = placements[node.id]
    if (!at || at.width !== undefined) continue
    const parent = nesting.parentOf(node.id)
    const key = JSON.stringify([parent === ROOT ? null : parent, at.x, node.width, node.height])
    const column = columns.get(key)
    if (column) column.push(node.id)
    else columns.set(key, [node.id])
  }
  return [...columns.values()].filter((column) => column.length > 1)
}

function neighboursOf(graph: LayoutGraph): Map<string, string[]> {
  const neighbours = new Map<string, string[]>(graph.nodes.map((node) => [node.id, []]))
  for (const { from, to } of graph.edges) {
    if (!neighbours.has(from) || !neighbours.has(to)) continue
    neighbours.get(from)?.push(to)
    neighbours.get(to)?.push(from)
  }
  return neighbours
}

function swap(column: string[], placements: Placements, wanted: (id: string) => number): void {
  const slots = column.map((id) => placements[id]?.y ?? 0).sort((a, b) => a - b)
  const order = column
    .map((id) => ({ id, at: wanted(id) }))
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  for (const [index, { id }] of order.entries()) {
    placements[id] = { ...placements[id], x: placements[id]?.x ?? 0, y: slots[index] ?? 0 }
  }
}

/** The middle height, on the whole drawing, of what a node is connected to; its own where there is nothing. */
function middleOf(
  id: string,
  neighbours: ReadonlyMap<string, string[]>,
  nesting: Nesting,
  placements: Placements,
  heights: Map<string, number>,
): number {
  const others = neighbours.get(id) ?? []
  if (others.length === 0) return heightOf(id, nesting, placements, heights)
  return others.reduce((sum, other) => sum + heightOf(other, nesting, placements, heights), 0) / others.length
}

function heightOf(
  id: string,
  nesting: Nesting,
  placements: Placements,
  heights: Map<string, number>,
): number {
  const known = heights.get(id)
  if (known !== undefined) return known
  const node = nesting.node(id)
  let y = (placements[id]?.height ?? node?.height ?? 0) / 2
  for (let at = id; ; ) {
    y += placements[at]?.y ?? 0
    const parent = nesting.parentOf(at)
    if (parent === ROOT) break
    at = parent
  }
  heights.set(id, y)
  return y
}
