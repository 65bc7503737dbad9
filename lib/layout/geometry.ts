import { IDEAL_ASPECT } from '@/lib/layout/sizes'

export type Size = { width: number; height: number }
export type Box = Size & { id: string }
export type Point = { x: number; y: number }
export type Rect = Point & Size

/** Where boxes stand, relative to the top left corner of the room they take together. */
export type Arrangement = Size & { positions: Map<string, Point> }

/** True when the two overlap, or stand closer to each other than `gap`. */
export function overlaps(a: Rect, b: Rect, gap = 0): boolean {
  return (
    a.x < b.x + b.width + gap &&
    b.x < a.x + a.width + gap &&
    a.y < b.y + b.height + gap &&
    b.y < a.y + a.height + gap
  )
}

/** How far a size is from what a layout aims at; smaller is better. Room counts a little, shape more. */
export function cost({ width, height }: Size): number {
  const aspect = Math.max(width, 1) / Math.max(height, 1)
  return Math.abs(Math.log(aspect / IDEAL_ASPECT)) * 2 + Math.log(Math.max(width, 1) * Math.max(height, 1))
}

/** The candidate that costs least; the first of equal ones. */
export function best<T extends Size>(candidates: readonly T[]): T | undefined {
  let found: T | undefined
  for (const candidate of candidates) {
    if (!found || cost(candidate) < cost(found) - 1e-9) found = candidate
  }
  return found
}
