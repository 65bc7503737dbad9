import { drawingOf } from '@/components/canvas/drawing'
import type { Copied } from '@/components/canvas/edits/copied'
import { placeEditsFor, settleInParents } from '@/components/canvas/edits/place'
import { freeName, isBoundaryType, mayStandIn, withContents } from '@/components/canvas/edits/standing'
import { boundsOf, type Point } from '@/components/canvas/geometry'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { Edit } from '@/lib/model/change'
import type { Component, Flow, Placement } from '@/lib/model/elements'
import type { Facts } from '@/lib/model/fact'
import { leadingFact } from '@/lib/model/leading-fact'
import { entryOf } from '@/lib/model/records'
import type { ThreatModel } from '@/lib/model/threat-model'

/** Copies components with what stands inside them, and the flows among them; undefined when none is selected. */
export function copy(
  model: ThreatModel,
  catalogue: Catalogue,
  viewId: string,
  ids: readonly string[],
): Copied | undefined {
  const all = withContents(model, ids)
  if (all.length === 0) return undefined
  const copied = new Set(all)
  const flows = Object.values(model.flows).filter(({ from, to }) => copied.has(from) && copied.has(to))
  const dataIds = new Set(flows.flatMap((flow) => flow.dataIds))
  const drawing = drawingOf(model, catalogue, viewId)
  const spots: Record<string, Placement> = {}
  for (const id of all) {
    const box = drawing.boxes.get(id)
    if (!box) continue
    const { width, height } = drawing.placementOf(id)
    spots[id] = {
      x: box.x,
      y: box.y,
      ...(width !== undefined && { width }),
      ...(height !== undefined && { height }),
    }
  }
  return {
    bulkhead: 'components',
    version: 1,
    components: all.flatMap((id) => entryOf(model.components, id) ?? []),
    flows,
    dataAssets: [...dataIds].flatMap((id) => entryOf(model.dataAssets, id) ?? []),
    spots,
  }
}

type PasteInput = {
  model: ThreatModel
  catalogue: Catalogue
  viewId: string
  copied: Copied
  newId: () => string
  stamp: { who: string; when: string }
  /** Where the middle of it goes; without one it stands a little beside the original. */
  at: Point | undefined
  /** What it is pasted into; those that may not stand there stand at the top. */
  into: string | undefined
}

const BESIDE = 32

/**
 * Edits that paste copies: with ids of their own, told as the person's own words, because no file declares the copy. The
 * copies are in those boundaries of the originals that the model has.
 */
export function paste(input: PasteInput): { edits: Edit[]; ids: string[] } {
  const { model, catalogue, viewId, copied, newId, stamp, into } = input
  const ids = new Map(copied.components.map(({ id }) => [id, newId()]))
  const idOf = (id: string) => ids.get(id) as string
  const edits: Edit[] = []
  let next: ThreatModel = model

  const dataIds = new Map<string, string>()
  for (const asset of copied.dataAssets) {
    const known = Object.values(next.dataAssets).find(
      ({ id, name }) => id === asset.id || name.toLowerCase() === asset.name.toLowerCase(),
    )
    const id = known?.id ?? newId()
    dataIds.set(asset.id, id)
    if (!known) edits.push({ type: 'add-data-asset', dataAsset: { ...asset, id } })
  }

  for (const original of outerFirst(copied.components)) {
    const parentId = original.parentId === undefined ? undefined : ids.get(original.parentId)
    const component: Component = {
      id: idOf(original.id),
      type: original.type,
      name: freeName(next, original.name),
      zoneIds: original.zoneIds.flatMap((zoneId) => ids.get(zoneId) ?? presentZone(model, zoneId)),
      facts: ownWords(original.facts, stamp),
      tags: original.tags,
      ...(original.outOfScope && { outOfScope: original.outOfScope }),
    }
    const placed =
      parentId === undefined ? putInto(next, catalogue, component, into) : { ...component, parentId }
    edits.push({ type: 'add-component', component: placed })
    next = { ...next, components: { ...next.components, [placed.id]: placed } }
  }
  for (const {
    id: _id,
    from,
    to,
    facts,
    naturalKey: _key,
    source: _source,
    gone: _gone,
    ...rest
  } of copied.flows) {
    const flow: Flow = {
      ...rest,
      id: newId(),
      from: idOf(from),
      to: idOf(to),
      facts: ownWords(facts, stamp),
      dataIds: rest.dataIds.flatMap((dataId) => dataIds.get(dataId) ?? []),
    }
    edits.push({ type: 'add-flow', flow })
  }
  edits.push(...placeEditsFor(model, viewId, spotsOf(next, input, ids)))
  return { edits, ids: [...ids.values()] }
}

function presentZone(model: ThreatModel, zoneId: string): string[] {
  return entryOf(model.components, zoneId) ? [zoneId] : []
}

/** Pasted at the top it is in no boundary by drawing; inside something, it is in that as well. */
function putInto(
  model: ThreatModel,
  catalogue: Catalogue,
  component: Component,
  into: string | undefined,
): Component {
  const parent = into === undefined ? undefined : entryOf(model.components, into)
  if (!parent || !mayStandIn(catalogue, component.type, parent.type)) return component
  const zoneIds = isBoundaryType(catalogue, parent.type)
    ? [...new Set([...component.zoneIds, parent.id])]
    : component.zoneIds
  return { ...component, parentId: parent.id, zoneIds }
}

function outerFirst(components: readonly Component[]): Component[] {
  const byId = new Map(components.map((component) => [component.id, component]))
  const order: Component[] = []
  const seen = new Set<string>()
  const visit = (component: Component) => {
    if (seen.has(component.id)) return
    seen.add(component.id)
    for (const outer of [component.parentId, ...component.zoneIds]) {
      const found = outer === undefined ? undefined : byId.get(outer)
      if (found) visit(found)
    }
    order.push(component)
  }
  for (const component of components) visit(component)
  return order
}

/** The facts that counted, as what the person says of the copy. */
function ownWords(facts: Facts, source: PasteInput['stamp']): Facts {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([attribute, list]) => {
      const leading = leadingFact(list)
      return leading ? [[attribute, [{ origin: 'person', value: leading.value, source } as const]]] : []
    }),
  )
}

function spotsOf(
  model: ThreatModel,
  { catalogue, viewId, copied, at }: PasteInput,
  ids: ReadonlyMap<string, string>,
): Map<string, Placement> {
  const sized = Object.values(copied.spots).map(({ x, y, width = 200, height = 64 }) => ({
    x,
    y,
    width,
    height,
  }))
  const bounds = boundsOf(sized) ?? { x: 0, y: 0, width: 0, height: 0 }
  const by = at
    ? { x: at.x - bounds.x - bounds.width / 2, y: at.y - bounds.y - bounds.height / 2 }
    : { x: BESIDE, y: BESIDE }
  const { boxes } = drawingOf(model, catalogue, viewId)
  const spots = new Map<string, Placement>()
  for (const [original, id] of ids) {
    const spot = entryOf(copied.spots, original)
    const parentId = entryOf(model.components, id)?.parentId
    if (!spot) continue
    const parentSpot = copied.components.find((component) => ids.get(component.id) === parentId)
    const inner = parentSpot && entryOf(copied.spots, parentSpot.id)
    const around = parentId === undefined ? undefined : boxes.get(parentId)
    spots.set(id, {
      ...spot,
      x: spot.x - (inner ? inner.x : (around?.x ?? 0) - by.x),
      y: spot.y - (inner ? inner.y : (around?.y ?? 0) - by.y),
    })
  }
  return settleInParents(model, viewId, spots)
}
