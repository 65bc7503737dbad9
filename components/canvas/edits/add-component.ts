import { nearestFree, placeEditsFor, placeInFreeRoom, settleInParents } from '@/components/canvas/edits/place'
import { freeName, isBoundaryType } from '@/components/canvas/edits/standing'
import type { Box, Point } from '@/components/canvas/geometry'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import { CARD_HEIGHT, CARD_WIDTH, EMPTY_BOUNDARY_HEIGHT, EMPTY_BOUNDARY_WIDTH } from '@/lib/layout/sizes'
import type { Edit } from '@/lib/model/change'
import type { Component, Placement } from '@/lib/model/elements'
import type { ThreatModel } from '@/lib/model/threat-model'

/**
 * Where a new component goes. `inside`: in free room of that component. `at`: with its middle at this point of the
 * drawing, inside `parentId` when given. `near`: at the top, in the free spot nearest to the point.
 */
export type Spot =
  | { kind: 'inside'; parentId: string }
  | { kind: 'at'; point: Point; parentId: string | undefined }
  | { kind: 'near'; point: Point }

export type Added = { component: Component; edits: Edit[] }

type Input = {
  model: ThreatModel
  catalogue: Catalogue
  viewId: string
  boxes: ReadonlyMap<string, Box>
  type: string
  id: string
  spot: Spot
}

/** The size that a new component of this type is drawn with. */
export function newSizeOf(catalogue: Catalogue, type: string): { width: number; height: number } {
  return isBoundaryType(catalogue, type)
    ? { width: EMPTY_BOUNDARY_WIDTH, height: EMPTY_BOUNDARY_HEIGHT }
    : { width: CARD_WIDTH, height: CARD_HEIGHT }
}

/** A new component with its place. Whether it may stand there is asked before. */
export function addComponent({ model, catalogue, viewId, boxes, type, id, spot }: Input): Added {
  const parentId = spot.kind === 'near' ? undefined : spot.parentId
  const parent = parentId === undefined ? undefined : model.components[parentId]
  const component: Component = {
    id,
    type,
    name: freeName(model, catalogue.componentTypes.get(type)?.label ?? type),
    ...(parent && { parentId: parent.id }),
    zoneIds: parent && isBoundaryType(catalogue, parent.type) ? [parent.id] : [],
    facts: {},
    tags: [],
  }
  const next = { ...model, components: { ...model.components, [id]: component } }
  const placements = placesFor(next, catalogue, viewId, boxes, component, spot)
  return {
    component,
    edits: [{ type: 'add-component', component }, ...placeEditsFor(model, viewId, placements)],
  }
}

function placesFor(
  model: ThreatModel,
  catalogue: Catalogue,
  viewId: string,
  boxes: ReadonlyMap<string, Box>,
  { id, type, parentId }: Component,
  spot: Spot,
): Map<string, Placement> {
  if (spot.kind === 'inside') return placeInFreeRoom(model, viewId, [id], () => newSizeOf(catalogue, type))
  const size = newSizeOf(catalogue, type)
  const own = isBoundaryType(catalogue, type) ? size : {}
  const corner = { x: spot.point.x - size.width / 2, y: spot.point.y - size.height / 2 }
  if (spot.kind === 'near') {
    const roots = [...boxes].filter(([other]) => model.components[other]?.parentId === undefined)
    return new Map([
      [
        id,
        {
          ...nearestFree(
            roots.map(([, box]) => box),
            size,
            corner,
          ),
          ...own,
        },
      ],
    ])
  }
  const around = parentId === undefined ? undefined : boxes.get(parentId)
  const place = { x: corner.x - (around?.x ?? 0), y: corner.y - (around?.y ?? 0), ...own }
  return settleInParents(model, viewId, new Map([[id, place]]))
}
