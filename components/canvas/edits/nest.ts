import { drawingOf } from '@/components/canvas/drawing'
import {
  placeEditsFor,
  placeInFreeRoom,
  placementsOf,
  settleInParents,
} from '@/components/canvas/edits/place'
import { isBoundaryType, isWithin, outermost, whyNotIn } from '@/components/canvas/edits/standing'
import type { Box, Point } from '@/components/canvas/geometry'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import { CARD_HEIGHT, CARD_WIDTH } from '@/lib/layout/sizes'
import type { Edit } from '@/lib/model/change'
import type { Component, Placement } from '@/lib/model/elements'
import { entryOf } from '@/lib/model/records'
import { isSame } from '@/lib/model/same'
import type { ThreatModel } from '@/lib/model/threat-model'

/** Why these may not stand inside that component (undefined: the top); undefined when they may. */
export function whyNotNest(
  model: ThreatModel,
  catalogue: Catalogue,
  ids: readonly string[],
  parentId: string | undefined,
): string | undefined {
  if (parentId === undefined) return undefined
  const parent = entryOf(model.components, parentId)
  if (!parent) return 'What you dropped this on was removed meanwhile.'
  for (const id of ids) {
    const component = entryOf(model.components, id)
    if (!component || component.parentId === parentId) continue
    if (id === parentId || isWithin(model, parentId, id))
      return `“${component.name}” cannot stand inside “${parent.name}”, which stands inside it.`
    const reason = whyNotIn(catalogue, component.name, component.type, parent)
    if (reason) return reason
  }
  return undefined
}

/** The component as it stands after it went into another parent: out of the old one's boundary, into the new one's. */
function nested(
  catalogue: Catalogue,
  model: ThreatModel,
  component: Component,
  parentId: string | undefined,
) {
  const { parentId: old, ...rest } = component
  const parentType = parentId === undefined ? undefined : entryOf(model.components, parentId)?.type
  const kept = component.zoneIds.filter((zoneId) => zoneId !== old && zoneId !== parentId)
  const zoneIds = parentId !== undefined && isBoundaryType(catalogue, parentType) ? [...kept, parentId] : kept
  return parentId === undefined ? { ...rest, zoneIds } : { ...rest, parentId, zoneIds }
}

/** Edits that put components inside another (undefined: at the top), and the model after them. */
export function nest(
  model: ThreatModel,
  catalogue: Catalogue,
  ids: readonly string[],
  parentId: string | undefined,
): { edits: Edit[]; model: ThreatModel } {
  const edits: Edit[] = []
  const components = { ...model.components }
  for (const id of ids) {
    const before = entryOf(model.components, id)
    if (!before || before.parentId === parentId) continue
    const after = nested(catalogue, model, before, parentId)
    components[id] = after
    edits.push({
      type: 'set-component',
      field: 'parentId',
      id,
      value: parentId ?? null,
      was: before.parentId ?? null,
    })
    if (!isSame(before.zoneIds, after.zoneIds))
      edits.push({ type: 'set-component', field: 'zoneIds', id, value: after.zoneIds, was: before.zoneIds })
  }
  return { edits, model: { ...model, components } }
}

type MoveInput = {
  model: ThreatModel
  catalogue: Catalogue
  viewId: string
  boxes: ReadonlyMap<string, Box>
  /** Where each was let go: its absolute top left corner, and what it is to stand in from now on. */
  drops: ReadonlyMap<string, Drop>
}

export type Drop = { corner: Point; parentId: string | undefined }

/** A drop: components go where they were let go. One change of place, and of standing where it differs. */
export function moveInto({ model, catalogue, viewId, boxes, drops }: MoveInput): Edit[] {
  const edits: Edit[] = []
  let next = model
  const present = placementsOf(model, viewId)
  const dropped = new Map<string, Placement>()
  for (const [id, { corner, parentId }] of drops) {
    const step = nest(next, catalogue, [id], parentId)
    edits.push(...step.edits)
    next = step.model
    const was = entryOf(present, id)
    const around = parentId === undefined ? undefined : boxes.get(parentId)
    if (was) dropped.set(id, { ...was, x: corner.x - (around?.x ?? 0), y: corner.y - (around?.y ?? 0) })
  }
  const isNested = edits.length > 0
  edits.push(...placeEditsFor(model, viewId, settleInParents(next, viewId, dropped)))
  if (isNested) edits.push(...keepElsewhere(model, next, catalogue, [...drops.keys()], viewId))
  return edits
}

/** The same by command: free room is found for them. */
export function moveIntoRoom(
  model: ThreatModel,
  catalogue: Catalogue,
  viewId: string,
  ids: readonly string[],
  parentId: string | undefined,
): Edit[] {
  const roots = outermost(model, ids).filter((id) => model.components[id]?.parentId !== parentId)
  const { edits, model: next } = nest(model, catalogue, roots, parentId)
  if (edits.length === 0) return []
  const present = placementsOf(model, viewId)
  const drawn = roots.filter((id) => entryOf(present, id))
  edits.push(
    ...placeEditsFor(
      model,
      viewId,
      placeInFreeRoom(next, viewId, drawn, () => ({ width: CARD_WIDTH, height: CARD_HEIGHT })),
    ),
  )
  edits.push(...keepElsewhere(model, next, catalogue, roots, viewId))
  return edits
}

/** In the other views each stays at its spot, which is told relative to its new parent. */
function keepElsewhere(
  before: ThreatModel,
  after: ThreatModel,
  catalogue: Catalogue,
  ids: readonly string[],
  viewId: string,
): Edit[] {
  return Object.values(before.views).flatMap((view) => {
    const drawn = ids.filter((id) => entryOf(view.placements, id))
    if (view.id === viewId || drawn.length === 0) return []
    const { boxes } = drawingOf(before, catalogue, view.id)
    const spots = new Map<string, Placement>()
    for (const id of drawn) {
      const was = entryOf(view.placements, id)
      const box = boxes.get(id)
      const around = boxes.get(after.components[id]?.parentId ?? '')
      if (was && box) spots.set(id, { ...was, x: box.x - (around?.x ?? 0), y: box.y - (around?.y ?? 0) })
    }
    return placeEditsFor(before, view.id, settleInParents(after, view.id, spots))
  })
}
