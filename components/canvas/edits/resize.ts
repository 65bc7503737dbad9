import { INNER, placeEditsFor, placementsOf } from '@/components/canvas/edits/place'
import { childrenByParent } from '@/components/canvas/edits/standing'
import { type Box, boundsOf, type Point } from '@/components/canvas/geometry'
import type { Edit } from '@/lib/model/change'
import type { Placement } from '@/lib/model/elements'
import { entryOf } from '@/lib/model/records'
import type { ThreatModel } from '@/lib/model/threat-model'

/** Which edges a handle moves: -1 the left or top one, 1 the right or bottom one. */
export type Handle = { x: -1 | 0 | 1; y: -1 | 0 | 1 }

const SMALLEST = { width: 160, height: 80 }

/** The box after a handle was dragged by so much: never smaller than what stands in it needs. */
export function resized(
  model: ThreatModel,
  boxes: ReadonlyMap<string, Box>,
  id: string,
  handle: Handle,
  by: Point,
): Box | undefined {
  const box = boxes.get(id)
  if (!box) return undefined
  const inside = (childrenByParent(model).get(id) ?? []).flatMap((child) => boxes.get(child) ?? [])
  const inner = boundsOf(inside)
  const [right, bottom] = [box.x + box.width, box.y + box.height]
  const least = {
    left: inner ? inner.x - INNER.left : Number.POSITIVE_INFINITY,
    top: inner ? inner.y - INNER.top : Number.POSITIVE_INFINITY,
    right: inner ? inner.x + inner.width + INNER.left : Number.NEGATIVE_INFINITY,
    bottom: inner ? inner.y + inner.height + INNER.left : Number.NEGATIVE_INFINITY,
  }
  const x = handle.x === -1 ? Math.min(box.x + by.x, right - SMALLEST.width, least.left) : box.x
  const y = handle.y === -1 ? Math.min(box.y + by.y, bottom - SMALLEST.height, least.top) : box.y
  const toRight = handle.x === 1 ? Math.max(right + by.x, box.x + SMALLEST.width, least.right) : right
  const toBottom = handle.y === 1 ? Math.max(bottom + by.y, box.y + SMALLEST.height, least.bottom) : bottom
  return { x, y, width: toRight - x, height: toBottom - y }
}

/** Edits that give a boundary another box; what stands in it stays where it is on the drawing. */
export function resizeEdits(
  model: ThreatModel,
  viewId: string,
  boxes: ReadonlyMap<string, Box>,
  id: string,
  next: Box,
): Edit[] {
  const box = boxes.get(id)
  const present = placementsOf(model, viewId)
  const was = entryOf(present, id)
  if (!box || !was) return []
  const by = { x: next.x - box.x, y: next.y - box.y }
  const wanted = new Map<string, Placement>()
  wanted.set(id, { x: was.x + by.x, y: was.y + by.y, width: next.width, height: next.height })
  for (const child of childrenByParent(model).get(id) ?? []) {
    const placement = entryOf(present, child)
    if (placement) wanted.set(child, { ...placement, x: placement.x - by.x, y: placement.y - by.y })
  }
  return placeEditsFor(model, viewId, wanted)
}
