import { type Box, sizeOf } from '@/components/canvas/geometry'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { Component, Flow, Placement } from '@/lib/model/elements'
import { entryOf } from '@/lib/model/records'
import type { ThreatModel } from '@/lib/model/threat-model'
import { crossingsOf } from '@/lib/model/zones'

/** What stands where in one view, in absolute pixels at zoom 1. Components without a place are not in it. */
export type Drawing = {
  boxes: ReadonlyMap<string, Box>
  /** Parents before their children; otherwise in the order of the document. */
  order: readonly string[]
  /** What a component is drawn inside of. */
  parentOf: ReadonlyMap<string, string>
  placementOf(id: string): Placement
  /** True when it is drawn as a box around others. */
  isAround(id: string): boolean
  /** 0 at the top. */
  depthOf(id: string): number
  /** How many components that are no boundaries stand inside, at any depth. */
  insideOf(id: string): number
  /** Names of the boundaries it is in besides those drawn around it. */
  furtherZonesOf(id: string): readonly string[]
}

/** Reads a view. Positions are stored relative to the parent; here they become absolute. */
export function drawingOf(model: ThreatModel, catalogue: Catalogue, viewId: string): Drawing {
  const placements = entryOf(model.views, viewId)?.placements ?? {}
  const isBoundary = (id: string) =>
    catalogue.componentTypes.get(model.components[id]?.type ?? '')?.kind === 'boundary'
  const hasChildren = new Set<string>()
  for (const { parentId } of Object.values(model.components))
    if (parentId !== undefined) hasChildren.add(parentId)
  const isAround = (id: string) => isBoundary(id) || hasChildren.has(id)

  const boxes = new Map<string, Box>()
  const order: string[] = []
  const parentOf = new Map<string, string>()
  const depths = new Map<string, number>()
  const inside = new Map<string, number>()

  function visit(id: string): Box | undefined {
    const known = boxes.get(id)
    if (known) return known
    const placement = entryOf(placements, id)
    const component = entryOf(model.components, id)
    if (!placement || !component) return undefined
    const parent = component.parentId === undefined ? undefined : visit(component.parentId)
    const box = {
      x: placement.x + (parent?.x ?? 0),
      y: placement.y + (parent?.y ?? 0),
      ...sizeOf(placement, isAround(id)),
    }
    if (parent && component.parentId !== undefined) parentOf.set(id, component.parentId)
    depths.set(id, parent ? (depths.get(component.parentId ?? '') ?? 0) + 1 : 0)
    boxes.set(id, box)
    order.push(id)
    return box
  }
  for (const id of Object.keys(model.components)) visit(id)
  for (const id of order) {
    if (isAround(id)) continue
    for (let up = parentOf.get(id); up !== undefined; up = parentOf.get(up))
      inside.set(up, (inside.get(up) ?? 0) + 1)
  }

  return {
    boxes,
    order,
    parentOf,
    placementOf: (id) => placements[id] as Placement,
    isAround,
    depthOf: (id) => depths.get(id) ?? 0,
    insideOf: (id) => inside.get(id) ?? 0,
    furtherZonesOf: (id) => furtherZones(model, model.components[id] as Component),
  }
}

const nowhere: readonly string[] = []

function furtherZones(model: ThreatModel, component: Component): readonly string[] {
  const around = ancestorsOf(model, component.id)
  const further = component.zoneIds.filter((zoneId) => !around.has(zoneId))
  return further.length === 0
    ? nowhere
    : further.map((zoneId) => entryOf(model.components, zoneId)?.name ?? zoneId)
}

/** What is drawn around a component: its parent, the parent's parent and so on. */
export function ancestorsOf(model: ThreatModel, id: string): ReadonlySet<string> {
  const around = new Set<string>()
  for (let up = model.components[id]?.parentId; up !== undefined && !around.has(up); ) {
    around.add(up)
    up = model.components[up]?.parentId
  }
  return around
}

/** A boundary that a flow passes, with its box when it is drawn around the end that is in it. */
export type Crossing = { zoneId: string; name: string; direction: 'leaves' | 'enters'; box?: Box }

/** The crossings of a flow as the model says, each with where its boundary is drawn. */
export function drawnZones(model: ThreatModel, drawing: Drawing, flow: Flow): Crossing[] {
  return crossingsOf(model, flow).map(({ zoneId, direction }) => {
    const end = direction === 'leaves' ? flow.from : flow.to
    const box = ancestorsOf(model, end).has(zoneId) ? drawing.boxes.get(zoneId) : undefined
    const name = entryOf(model.components, zoneId)?.name ?? zoneId
    return box ? { zoneId, name, direction, box } : { zoneId, name, direction }
  })
}
