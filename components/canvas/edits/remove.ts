import { withContents } from '@/components/canvas/edits/standing'
import type { Edit } from '@/lib/model/change'
import type { Component } from '@/lib/model/elements'
import { entryOf } from '@/lib/model/records'
import { containersOf } from '@/lib/model/structure'
import type { ThreatModel } from '@/lib/model/threat-model'

export type Removal = { edits: Edit[]; components: string[]; flows: string[] }

/**
 * Removes components and flows. Flows that end at a removed component go with it. What stands inside a removed boundary
 * stays, in what was around the boundary and at the same spot; with `contents` it goes too. What is left stays in every
 * boundary that it was in through a removed one.
 */
export function removal(model: ThreatModel, ids: Iterable<string>, contents = false): Removal {
  const asked = [...ids]
  const chosen = asked.filter((id) => entryOf(model.components, id))
  const doomed = new Set(contents ? withContents(model, chosen) : chosen)
  const flows = Object.values(model.flows)
    .filter((flow) => asked.includes(flow.id) || doomed.has(flow.from) || doomed.has(flow.to))
    .map(({ id }) => id)
  const edits: Edit[] = flows.map((id) => ({ type: 'remove-flow', id }))
  for (const component of Object.values(model.components))
    if (!doomed.has(component.id)) edits.push(...rehouse(model, component, doomed))
  const components = innermostFirst(model, doomed)
  edits.push(...components.map((id): Edit => ({ type: 'remove-component', id })))
  return { edits, components, flows }
}

function rehouse(model: ThreatModel, component: Component, doomed: ReadonlySet<string>): Edit[] {
  const edits: Edit[] = []
  const { id, parentId, zoneIds } = component
  if (parentId !== undefined && doomed.has(parentId)) {
    edits.push(...keepSpots(model, id, parentId, doomed))
    edits.push({
      type: 'set-component',
      field: 'parentId',
      id,
      value: survivorAbove(model, parentId, doomed) ?? null,
      was: parentId,
    })
  }
  if (zoneIds.some((zoneId) => doomed.has(zoneId))) {
    const value = [...new Set(zoneIds.flatMap((zoneId) => survivingZones(model, zoneId, doomed)))]
    edits.push({ type: 'set-component', field: 'zoneIds', id, value, was: zoneIds })
  }
  return edits
}

/** Positions are relative to the parent: without it, its own is added. */
function keepSpots(model: ThreatModel, id: string, parentId: string, doomed: ReadonlySet<string>): Edit[] {
  return Object.values(model.views).flatMap((view): Edit[] => {
    const was = entryOf(view.placements, id)
    if (!was) return []
    const value = { ...was }
    for (
      let up: string | undefined = parentId;
      up !== undefined && doomed.has(up);
      up = entryOf(model.components, up)?.parentId
    ) {
      const around = entryOf(view.placements, up)
      if (!around) break
      value.x += around.x
      value.y += around.y
    }
    return [{ type: 'place', viewId: view.id, componentId: id, value, was }]
  })
}

function survivorAbove(model: ThreatModel, id: string, doomed: ReadonlySet<string>): string | undefined {
  let up: string | undefined = id
  while (up !== undefined && doomed.has(up)) up = entryOf(model.components, up)?.parentId
  return up
}

function survivingZones(model: ThreatModel, zoneId: string, doomed: ReadonlySet<string>): string[] {
  if (!doomed.has(zoneId)) return [zoneId]
  const zone = entryOf(model.components, zoneId)
  return (zone?.zoneIds ?? []).flatMap((outer) => survivingZones(model, outer, doomed))
}

function innermostFirst(model: ThreatModel, doomed: ReadonlySet<string>): string[] {
  const outerFirst: string[] = []
  const seen = new Set<string>()
  const visit = (id: string) => {
    if (seen.has(id)) return
    seen.add(id)
    const component = entryOf(model.components, id)
    if (!component) return
    for (const outer of containersOf(component)) if (doomed.has(outer)) visit(outer)
    outerFirst.push(id)
  }
  for (const id of doomed) visit(id)
  return outerFirst.reverse()
}
