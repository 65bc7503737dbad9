import type { LayoutGraph, LayoutNode, Placements } from '@/lib/layout/layout-graph'
import { type Nesting, ROOT } from '@/lib/layout/nesting'

const ROUNDS = 4

/**
 * Lets equal cards of one column swap places so that each stands near the height of what it is connected to. A zone is
 * laid out before what surrounds it, and so an image's column does not know where its containers came to stand. Columns
 * that are connected only to their siblings stay as they are.
 */
export function untangle(graph: LayoutGraph, nesting: Nesting, placements: Placements): Placements {
  const neighbours = neighboursOf(graph)
  const columns = columnsOf(graph, nesting, placements).filter((column) =>
    reachesOut(column, neighbours, nesting),
  )
  const result: Placements = { ...placements }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const column of columns) swap(column, result, (id) => middleOf(id, neighbours, nesting, result))
  }
  return result
}

/** Cards of one parent and one size that stand above each other; the outer ones first. */
function columnsOf(graph: LayoutGraph, nesting: Nesting, placements: Placements): string[][] {
  const columns = new Map<string, LayoutNode[]>()
  for (const node of graph.nodes) {
    const at = placements[node.id]
    if (!at || at.width !== undefined) continue
    const parent = nesting.parentOf(node.id)
    const key = JSON.stringify([parent === ROOT ? null : parent, at.x, node.width, node.height])
    const column = columns.get(key)
    if (column) column.push(node)
    else columns.set(key, [node])
  }
  const lists = [...columns.values()].filter((column) => column.length > 1)
  const depths = new Map(lists.map((list) => [list, nesting.depthOf(list[0]?.id ?? '')]))
  lists.sort((a, b) => (depths.get(a) ?? 0) - (depths.get(b) ?? 0))
  return lists.map((list) => list.map((node) => node.id))
}

function reachesOut(
  column: readonly string[],
  neighbours: ReadonlyMap<string, string[]>,
  nesting: Nesting,
): boolean {
  return column.some((id) => {
    const parent = nesting.parentOf(id)
    return (neighbours.get(id) ?? []).some((other) => nesting.parentOf(other) !== parent)
  })
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

function swap(column: readonly string[], placements: Placements, wanted: (id: string) => number): void {
  const slots = column.map((id) => placements[id]?.y ?? 0).sort((a, b) => a - b)
  const order = column
    .map((id) => ({ id, at: wanted(id), was: placements[id]?.y ?? 0 }))
    .sort((a, b) => a.at - b.at || a.was - b.was)
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
): number {
  const others = neighbours.get(id) ?? []
  if (others.length === 0) return heightOf(id, nesting, placements)
  return others.reduce((sum, other) => sum + heightOf(other, nesting, placements), 0) / others.length
}

function heightOf(id: string, nesting: Nesting, placements: Placements): number {
  let y = (placements[id]?.height ?? nesting.node(id)?.height ?? 0) / 2
  for (let at = id; ; ) {
    y += placements[at]?.y ?? 0
    const parent = nesting.parentOf(at)
    if (parent === ROOT) return y
    at = parent
  }
}
