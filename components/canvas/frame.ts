import { type Crossing, type Drawing, drawingOf, drawnZones } from '@/components/canvas/drawing'
import { assignPorts, type Port } from '@/components/canvas/ports'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { Component, Flow } from '@/lib/model/elements'
import type { ThreatModel } from '@/lib/model/threat-model'

/** Where everything of a view stands and meets: all that facts, decisions and answers have no part in. */
export type Frame = {
  model: ThreatModel
  catalogue: Catalogue
  viewId: string
  drawing: Drawing
  /** Flows between two drawn components. */
  flowIds: readonly string[]
  ports: ReadonlyMap<string, readonly Port[]>
  crossings: ReadonlyMap<string, readonly Crossing[]>
}

type Of = Pick<Frame, 'model' | 'catalogue' | 'viewId'>

/** Works the frame of a view out. */
export function frameOf({ model, catalogue, viewId }: Of): Frame {
  const drawing = drawingOf(model, catalogue, viewId)
  const flows = Object.values(model.flows).filter(
    ({ from, to }) => from !== to && drawing.boxes.has(from) && drawing.boxes.has(to),
  )
  const ends = flows.map(({ id, from, to }) => ({ flowId: id, from, to }))
  return {
    model,
    catalogue,
    viewId,
    drawing,
    flowIds: flows.map(({ id }) => id),
    ports: assignPorts(ends, drawing.boxes),
    crossings: new Map(flows.map((flow) => [flow.id, drawnZones(model, drawing, flow)])),
  }
}

/** True when the frame still holds: nothing moved, came, went, or changed what it stands in, joins or is called. */
export function hasSameFrame(before: Frame, { model, catalogue, viewId }: Of): boolean {
  return (
    before.catalogue === catalogue &&
    before.viewId === viewId &&
    before.model.views[viewId] === model.views[viewId] &&
    isSameRecord(before.model.components, model.components, isSamePlace) &&
    isSameRecord(before.model.flows, model.flows, isSameRoute)
  )
}

function isSamePlace(a: Component, b: Component): boolean {
  // The name stands at the gates of a boundary and on the chips of what is in it.
  return a.type === b.type && a.name === b.name && a.parentId === b.parentId && a.zoneIds === b.zoneIds
}

function isSameRoute(a: Flow, b: Flow): boolean {
  return a.from === b.from && a.to === b.to
}

type ById<T> = Readonly<Record<string, T>>

function isSameRecord<T>(before: ById<T>, after: ById<T>, isSame: (a: T, b: T) => boolean): boolean {
  if (before === after) return true
  const ids = Object.keys(after)
  return (
    ids.length === Object.keys(before).length &&
    ids.every((id) => {
      const [old, now] = [before[id], after[id]]
      return old === now || (old !== undefined && now !== undefined && isSame(old, now))
    })
  )
}
