import { CARD_HEIGHT, CARD_WIDTH, EMPTY_BOUNDARY_HEIGHT, EMPTY_BOUNDARY_WIDTH } from '@/lib/layout/sizes'
import type { Placement } from '@/lib/model/elements'

/** A rectangle in pixels at zoom 1; x and y are its top left corner. */
export type Box = { x: number; y: number; width: number; height: number }

export type Point = { x: number; y: number }

/** The size that a component is drawn with. Only what stands around others has a size of its own. */
export function sizeOf(placement: Placement, isBoundary: boolean): { width: number; height: number } {
  return isBoundary
    ? {
        width: placement.width ?? EMPTY_BOUNDARY_WIDTH,
        height: placement.height ?? EMPTY_BOUNDARY_HEIGHT,
      }
    : { width: placement.width ?? CARD_WIDTH, height: placement.height ?? CARD_HEIGHT }
}

export function centreOf(box: Box): Point {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

export function holds(box: Box, { x, y }: Point): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height
}

/** True when the inner box lies wholly in the outer one. */
export function surrounds(outer: Box, inner: Box): boolean {
  return holds(outer, inner) && holds(outer, { x: inner.x + inner.width, y: inner.y + inner.height })
}

/** The smallest box around all of them; undefined for none. */
export function boundsOf(boxes: Iterable<Box>): Box | undefined {
  let left = Number.POSITIVE_INFINITY
  let top = Number.POSITIVE_INFINITY
  let right = Number.NEGATIVE_INFINITY
  let bottom = Number.NEGATIVE_INFINITY
  for (const box of boxes) {
    left = Math.min(left, box.x)
    top = Math.min(top, box.y)
    right = Math.max(right, box.x + box.width)
    bottom = Math.max(bottom, box.y + box.height)
  }
  return left === Number.POSITIVE_INFINITY
    ? undefined
    : { x: left, y: top, width: right - left, height: bottom - top }
}
