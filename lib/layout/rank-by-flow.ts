import type { Box } from '@/lib/layout/geometry'
import type { SiblingEdge } from '@/lib/layout/nesting'

/**
 * Columns of boxes so that edges run from left to right where they can: a box stands right of what flows into it,
 * leaving aside edges that close a circle. Linear in boxes and edges. Neighbours in a column are ordered by the middle of
 * what flows into them.
 */
export function rankByFlow(boxes: readonly Box[], edges: readonly SiblingEdge[]): Box[][] {
  const targets = new Map<string, string[]>(boxes.map((box) => [box.id, []]))
  for (const { from, to } of edges) targets.get(from)?.push(to)
  const order = reversePostorder(boxes, targets)
  const position = new Map(order.map((id, index) => [id, index]))
  const rank = new Map(order.map((id) => [id, 0]))
  const sources = new Map<string, string[]>(boxes.map((box) => [box.id, []]))
  for (const id of order) {
    for (const target of targets.get(id) ?? []) {
      if ((position.get(target) ?? 0) <= (position.get(id) ?? 0)) continue
      rank.set(target, Math.max(rank.get(target) ?? 0, (rank.get(id) ?? 0) + 1))
      sources.get(target)?.push(id)
    }
  }
  const columns: Box[][] = []
  for (const box of boxes) {
    const index = rank.get(box.id) ?? 0
    const column = columns[index]
    if (column) column.push(box)
    else columns[index] = [box]
  }
  return orderColumns(columns, sources)
}

function reversePostorder(boxes: readonly Box[], targets: ReadonlyMap<string, string[]>): string[] {
  const order: string[] = []
  const seen = new Set<string>()
  for (const box of boxes) {
    if (seen.has(box.id)) continue
    seen.add(box.id)
    const stack = [{ id: box.id, next: 0 }]
    while (stack.length > 0) {
      const top = stack[stack.length - 1] as { id: string; next: number }
      const target = targets.get(top.id)?.[top.next]
      top.next += 1
      if (target === undefined) {
        order.push(top.id)
        stack.pop()
      } else if (!seen.has(target)) {
        seen.add(target)
        stack.push({ id: target, next: 0 })
      }
    }
  }
  return order.reverse()
}

function orderColumns(columns: readonly Box[][], sources: ReadonlyMap<string, string[]>): Box[][] {
  const place = new Map<string, number>()
  return columns.map((column) => {
    const wanted = new Map(
      column.map((box, index) => {
        const from = sources.get(box.id) ?? []
        const middle = from.reduce((sum, id) => sum + (place.get(id) ?? 0), 0) / from.length
        return [box.id, from.length > 0 ? middle : index / column.length]
      }),
    )
    const sorted = column.toSorted((a, b) => (wanted.get(a.id) ?? 0) - (wanted.get(b.id) ?? 0))
    for (const [index, box] of sorted.entries()) place.set(box.id, index / sorted.length)
    return sorted
  })
}
