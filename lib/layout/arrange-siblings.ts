import { arrangeConnected } from '@/lib/layout/arrange-connected'
import type { Arrangement, Box, Point } from '@/lib/layout/geometry'
import type { SiblingEdge } from '@/lib/layout/nesting'
import { packRows } from '@/lib/layout/pack'
import { GROUP_GAP, ROW_GAP } from '@/lib/layout/sizes'

/** Arranges what stands in one boundary: connected groups by their flows, then the groups and the rest in rows. */
export function arrangeSiblings(boxes: readonly Box[], edges: readonly SiblingEdge[]): Arrangement {
  const groups = connectedGroups(boxes, edges)
  const connected = groups.filter((group) => group.length > 1)
  const single = groups.flatMap((group) => (group.length === 1 ? group : []))
  const blocks: { arrangement: Arrangement; rank: number }[] = connected.map((group) => {
    const ids = new Set(group.map((box) => box.id))
    const own = edges.filter((edge) => ids.has(edge.from))
    return { arrangement: arrangeConnected(group, own), rank: group.length }
  })
  blocks.sort((a, b) => b.rank - a.rank)
  if (single.length > 0) blocks.push({ arrangement: packRows(single, ROW_GAP), rank: 0 })
  const [only] = blocks
  if (blocks.length === 1 && only) return only.arrangement
  return joinBlocks(blocks.map((block) => block.arrangement))
}

function joinBlocks(blocks: readonly Arrangement[]): Arrangement {
  const packed = packRows(
    blocks.map(({ width, height }, index) => ({ id: String(index), width, height })),
    GROUP_GAP,
  )
  const positions = new Map<string, Point>()
  for (const [index, block] of blocks.entries()) {
    const corner = packed.positions.get(String(index)) ?? { x: 0, y: 0 }
    for (const [id, at] of block.positions) positions.set(id, { x: corner.x + at.x, y: corner.y + at.y })
  }
  return { width: packed.width, height: packed.height, positions }
}

/** Boxes that edges connect, in the order of their first member. */
function connectedGroups(boxes: readonly Box[], edges: readonly SiblingEdge[]): Box[][] {
  const leader = new Map(boxes.map((box) => [box.id, box.id]))
  const find = (id: string): string => {
    let top = id
    while (leader.get(top) !== top) top = leader.get(top) as string
    for (let at = id; at !== top; ) {
      const next = leader.get(at) as string
      leader.set(at, top)
      at = next
    }
    return top
  }
  for (const { from, to } of edges) leader.set(find(from), find(to))
  const groups = new Map<string, Box[]>()
  for (const box of boxes) {
    const top = find(box.id)
    const group = groups.get(top)
    if (group) group.push(box)
    else groups.set(top, [box])
  }
  return [...groups.values()]
}
