import type { Component, Flow } from '@/lib/model/elements'
import { entryOf } from '@/lib/model/records'
import { type Refusal, refuse } from '@/lib/model/refusal'
import type { ThreatModel } from '@/lib/model/threat-model'

// What makes a model whole: every reference points at something and nothing stands inside itself.

/** A refusal when the component's parent or boundaries are missing, or when it would stand inside itself. */
export function checkComponent(model: ThreatModel, component: Component): Refusal | undefined {
  const { parentId } = component
  if (parentId !== undefined && !entryOf(model.components, parentId)) {
    return refuse(
      'missing',
      `"${component.name}" stands inside a component that does not exist (${parentId}).`,
    )
  }
  const missingZone = component.zoneIds.find((zoneId) => !entryOf(model.components, zoneId))
  if (missingZone !== undefined) {
    return refuse('missing', `"${component.name}" is in a boundary that does not exist (${missingZone}).`)
  }
  if (isInside(model, component, component.id)) {
    return refuse('cycle', `"${component.name}" cannot stand inside itself.`)
  }
  return undefined
}

/** True when walking up from the component's parent and boundaries reaches `id`. */
function isInside(model: ThreatModel, start: Component, id: string): boolean {
  const seen = new Set<string>()
  const queue = containersOf(start)
  while (queue.length > 0) {
    const next = queue.pop() as string
    if (next === id) return true
    if (seen.has(next)) continue
    seen.add(next)
    const component = entryOf(model.components, next)
    if (component) queue.push(...containersOf(component))
  }
  return false
}

/** What a component stands directly inside of: its parent and its boundaries. */
export function containersOf(component: Component): string[] {
  return component.parentId === undefined
    ? [...component.zoneIds]
    : [component.parentId, ...component.zoneIds]
}

/** A refusal when an end of the flow or one of its data assets is missing. */
export function checkFlow(model: ThreatModel, flow: Flow): Refusal | undefined {
  const missingEnd = [flow.from, flow.to].find((end) => !entryOf(model.components, end))
  if (missingEnd !== undefined) {
    return refuse(
      'missing',
      `A data flow needs two components; one of its ends does not exist (${missingEnd}).`,
    )
  }
  const missingData = flow.dataIds.find((dataId) => !entryOf(model.dataAssets, dataId))
  if (missingData !== undefined) {
    return refuse('missing', `The data flow carries a data asset that does not exist (${missingData}).`)
  }
  return undefined
}

/** A refusal while something stands inside the component, is bounded by it or flows to or from it. */
export function checkComponentUnused(model: ThreatModel, id: string): Refusal | undefined {
  for (const other of Object.values(model.components)) {
    if (other.parentId === id || other.zoneIds.includes(id)) {
      return refuse('in-use', `"${other.name}" still stands inside this component. Move or remove it first.`)
    }
  }
  for (const flow of Object.values(model.flows)) {
    if (flow.from === id || flow.to === id) {
      return refuse('in-use', 'A data flow still ends at this component. Remove it first.')
    }
  }
  return undefined
}

/** A refusal while a flow carries the data asset. */
export function checkDataAssetUnused(model: ThreatModel, id: string): Refusal | undefined {
  const carried = Object.values(model.flows).some((flow) => flow.dataIds.includes(id))
  return carried
    ? refuse('in-use', 'A data flow still carries this data asset. Take it off the flow first.')
    : undefined
}
