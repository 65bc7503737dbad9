import { arrangeConnected } from '@/lib/layout/arrange-connected'
import { type Arrangement, type Box, overlaps, type Point } from '@/lib/layout/geometry'
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
  const [first, second] = blocks
  if (first && !second) return first.arrangement
  const nestled =
    first && second && blocks.length === 2 && nestle(first.arrangement, second.arrangement, boxes)
  return nestled || joinBlocks(blocks.map((block) => block.arrangement))
}

/** Puts a small arrangement into an empty corner of a large one: a column less for one lonely card. */
function nestle(large: Arrangement, small: Arrangement, boxes: readonly Box[]): Arrangement | undefined {
  const right = large.width - small.width
  const bottom = large.height - small.height
  if (right < 0 || bottom < 0) return undefined
  const taken = boxes.flatMap(({ id, width, height }) => {
    const at = large.positions.get(id)
    return at ? [{ ...at, width, height }] : []
  })
  const corners = [
    { x: right, y: 0 },
    { x: right, y: bottom },
    { x: 0, y: bottom },
  ]
  const free = corners.find((corner) => {
    const rect = { ...corner, width: small.width, height: small.height }
    return !taken.some((other) => overlaps(rect, other, GROUP_GAP))
  })
  if (!free) return undefined
  const positions = new Map(large.positions)
  for (const [id, { x, y }] of small.positions) positions.set(id, { x: free.x + x, y: free.y + y })
  return { ...large, positions }
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
