import type { Rect, Size } from '@/lib/layout/geometry'
import { overlaps } from '@/lib/layout/geometry'

/** A sibling with the place it had, and the size it needs now. */
export type Grown = { id: string; rect: Rect; size: Size }

/**
 * Lets siblings grow to the size they need. One that would then stand in another's way pushes what is right of it
 * further right, and what is below it further down; nothing else moves. Those that stood apart stand apart afterwards.
 */
export function makeRoom(siblings: readonly Grown[]): Map<string, Rect> {
  const rects = new Map(siblings.map(({ id, rect }) => [id, { ...rect }]))
  for (const { id, size } of siblings) {
    const own = rects.get(id) as Rect
    const right = own.x + own.width
    const bottom = own.y + own.height
    const others = [...rects].filter(([other]) => other !== id).map(([, rect]) => rect)
    const before = { ...own }
    own.width = Math.max(own.width, size.width)
    const isInTheWay = (rect: Rect) => overlaps(own, rect) && !overlaps(before, rect)
    if (others.some(isInTheWay)) shift(others, 'x', right, own.width - before.width)
    const widened = { ...own }
    own.height = Math.max(own.height, size.height)
    if (others.some((rect) => overlaps(own, rect) && !overlaps(widened, rect))) {
      shift(others, 'y', bottom, own.height - widened.height)
    }
  }
  return rects
}

// Moving everything beyond a line keeps the distances on both sides of it: what stood apart still does.
function shift(rects: readonly Rect[], axis: 'x' | 'y', line: number, by: number): void {
  for (const rect of rects) if (rect[axis] >= line) rect[axis] += by
}
