import { drawingOf } from '@/components/canvas/drawing'
import { nearestFree, placeEditsFor, placeInFreeRoom, placementsOf } from '@/components/canvas/edits/place'
import { childrenByParent, isBoundaryType, withContents } from '@/components/canvas/edits/standing'
import { boundsOf } from '@/components/canvas/geometry'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import {
  BOUNDARY_HEADER,
  BOUNDARY_PADDING,
  CARD_HEIGHT,
  CARD_WIDTH,
  EMPTY_BOUNDARY_HEIGHT,
  EMPTY_BOUNDARY_WIDTH,
} from '@/lib/layout/sizes'
import type { Edit } from '@/lib/model/change'
import type { Placement } from '@/lib/model/elements'
import { MAIN_VIEW_ID } from '@/lib/model/empty-model'
import { entryOf } from '@/lib/model/records'
import type { ThreatModel } from '@/lib/model/threat-model'

// A model has several views: the main one holds everything, the others what somebody put there.

/** True for the view that everything is laid out in. */
export function isWholeView(model: ThreatModel, viewId: string): boolean {
  return viewId === MAIN_VIEW_ID || Object.keys(model.views).length === 1
}

/** The wanted view; where it was removed, the main one or whichever there is. */
export function presentView(model: ThreatModel, wanted: string): string {
  if (entryOf(model.views, wanted)) return wanted
  return entryOf(model.views, MAIN_VIEW_ID) ? MAIN_VIEW_ID : (Object.keys(model.views)[0] ?? MAIN_VIEW_ID)
}

/** A new view of these components and what stands in them, each where it stands in the view it is made from. */
export function newViewEdit(
  model: ThreatModel,
  catalogue: Catalogue,
  fromViewId: string,
  view: { id: string; name: string },
  ids: readonly string[],
): Edit {
  const { boxes, placementOf, parentOf } = drawingOf(model, catalogue, fromViewId)
  const shown = new Set(withContents(model, ids).filter((id) => boxes.has(id)))
  const placements: Record<string, Placement> = {}
  for (const id of shown) {
    const placement = placementOf(id)
    const box = boxes.get(id)
    if (!box) continue
    placements[id] = shown.has(parentOf.get(id) ?? '') ? placement : { ...placement, x: box.x, y: box.y }
  }
  return { type: 'add-view', view: { ...view, placements } }
}

/** Puts components that a view lacks into it, and what stands in them: inside their parents where those are shown. */
export function addToViewEdits(
  model: ThreatModel,
  catalogue: Catalogue,
  viewId: string,
  ids: readonly string[],
): Edit[] {
  let now = model
  const placed = new Map<string, Placement>()
  const put = (more: ReadonlyMap<string, Placement>) => {
    for (const [id, placement] of more) placed.set(id, placement)
    const view = now.views[viewId]
    if (!view) return
    const placements = { ...view.placements, ...Object.fromEntries(more) }
    now = { ...now, views: { ...now.views, [viewId]: { ...view, placements } } }
  }
  for (const id of withContents(model, ids))
    if (!entryOf(placementsOf(now, viewId), id)) put(spotsFor(now, catalogue, viewId, id))
  return placeEditsFor(model, viewId, placed)
}

function spotsFor(
  model: ThreatModel,
  catalogue: Catalogue,
  viewId: string,
  id: string,
): Map<string, Placement> {
  const { boxes, parentOf } = drawingOf(model, catalogue, viewId)
  const parentId = entryOf(model.components, id)?.parentId
  const around = parentId === undefined ? undefined : boxes.get(parentId)
  const isBoundary = isBoundaryType(catalogue, model.components[id]?.type)
  const size = isBoundary
    ? { width: EMPTY_BOUNDARY_WIDTH, height: EMPTY_BOUNDARY_HEIGHT }
    : { width: CARD_WIDTH, height: CARD_HEIGHT }
  const inner = (childrenByParent(model).get(id) ?? []).filter((child) => boxes.has(child))
  const bounds = boundsOf(inner.flatMap((child) => boxes.get(child) ?? []))
  if (bounds) {
    // What stands in it is shown already: it comes around that.
    const corner = { x: bounds.x - BOUNDARY_PADDING, y: bounds.y - BOUNDARY_PADDING - BOUNDARY_HEADER }
    const spots = new Map<string, Placement>()
    spots.set(id, {
      x: corner.x - (around?.x ?? 0),
      y: corner.y - (around?.y ?? 0),
      width: Math.max(size.width, bounds.width + 2 * BOUNDARY_PADDING),
      height: Math.max(size.height, bounds.height + 2 * BOUNDARY_PADDING + BOUNDARY_HEADER),
    })
    for (const child of inner) {
      const box = boxes.get(child)
      const was = entryOf(placementsOf(model, viewId), child)
      if (box && was) spots.set(child, { ...was, x: box.x - corner.x, y: box.y - corner.y })
    }
    return spots
  }
  if (around) return placeInFreeRoom(model, viewId, [id], () => size)
  const roots = [...boxes].filter(([other]) => !parentOf.has(other)).map(([, box]) => box)
  const all = boundsOf(roots) ?? { x: 0, y: 0, width: 0, height: 0 }
  const at = nearestFree(roots, size, { x: all.x, y: all.y })
  return new Map([[id, isBoundary ? { ...at, ...size } : at]])
}

/** Takes components and what stands in them out of a view. They stay in the model. */
export function takeOutEdits(model: ThreatModel, viewId: string, ids: readonly string[]): Edit[] {
  return withContents(model, ids).flatMap((componentId) => {
    const was = entryOf(placementsOf(model, viewId), componentId)
    return was ? [{ type: 'place', viewId, componentId, value: null, was } as const] : []
  })
}
