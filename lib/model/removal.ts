import type { Edit } from '@/lib/model/change'
import type { Component } from '@/lib/model/elements'
import { entryOf } from '@/lib/model/records'
import type { ThreatModel } from '@/lib/model/threat-model'

/**
 * Edits that take elements out of a model: flows that end at a removed component go with it, what stands inside moves to
 * what is around it. Decisions stay, unseen, so that undo brings all of it back.
 */
export function removalEdits(model: ThreatModel, ids: ReadonlySet<string>): Edit[] {
  const edits: Edit[] = []
  for (const flow of Object.values(model.flows)) {
    if (ids.has(flow.id) || ids.has(flow.from) || ids.has(flow.to))
      edits.push({ type: 'remove-flow', id: flow.id })
  }
  const isRemoved = (component: Component) => ids.has(component.id)
  for (const component of Object.values(model.components)) edits.push(...freeFrom(model, component, ids))
  for (const component of Object.values(model.components)) {
    if (isRemoved(component)) edits.push({ type: 'remove-component', id: component.id })
  }
  return edits
}

/** Takes a component out of boundaries and parents that are removed. */
function freeFrom(model: ThreatModel, component: Component, ids: ReadonlySet<string>): Edit[] {
  const edits: Edit[] = []
  const { id, parentId, zoneIds } = component
  if (parentId !== undefined && ids.has(parentId)) {
    // What is removed itself need not stand anywhere.
    const value = ids.has(id) ? null : around(model, parentId, ids)
    edits.push({ type: 'set-component', id, field: 'parentId', value, was: parentId })
  }
  const kept = zoneIds.filter((zone) => !ids.has(zone))
  if (kept.length < zoneIds.length)
    edits.push({ type: 'set-component', id, field: 'zoneIds', value: kept, was: zoneIds })
  return edits
}

function around(model: ThreatModel, from: string, ids: ReadonlySet<string>): string | null {
  const seen = new Set<string>()
  let at: string | undefined = from
  while (at !== undefined && ids.has(at) && !seen.has(at)) {
    seen.add(at)
    at = entryOf(model.components, at)?.parentId
  }
  return at !== undefined && !ids.has(at) ? at : null
}
