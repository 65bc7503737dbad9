import type { Edit } from '@/lib/model/change'
import type { DataAsset } from '@/lib/model/elements'
import { entryOf } from '@/lib/model/records'
import type { ThreatModel } from '@/lib/model/threat-model'
import { toLine } from '@/lib/model/to-line'

// Edits of single fields, each with what was seen.

/** Makes a component or flow one of another type. Its facts stay: what the new type lacks is passed over. */
export function typeEdit(model: ThreatModel, id: string, type: string): Edit | undefined {
  const component = entryOf(model.components, id)
  if (component) {
    if (component.type === type) return undefined
    return { type: 'set-component', field: 'type', id, value: type, was: component.type }
  }
  const flow = entryOf(model.flows, id)
  if (!flow || flow.type === type) return undefined
  return { type: 'set-flow', field: 'type', id, value: type, was: flow.type }
}

/** Leaves a component out of the analysis for a reason, or (without one) takes it in again. */
export function scopeEdit(model: ThreatModel, id: string, typed: string | undefined): Edit | undefined {
  const component = entryOf(model.components, id)
  if (!component) return undefined
  const reason = typed === undefined ? '' : toLine(typed, 1000)
  const value = reason === '' ? null : { reason }
  if ((component.outOfScope?.reason ?? '') === reason) return undefined
  return { type: 'set-component', field: 'outOfScope', id, value, was: component.outOfScope ?? null }
}

/** Puts another component at one end of a flow. */
export function endEdit(model: ThreatModel, id: string, end: 'from' | 'to', to: string): Edit | undefined {
  const flow = entryOf(model.flows, id)
  if (!flow || flow[end] === to) return undefined
  return { type: 'set-flow', field: end, id, value: to, was: flow[end] }
}

/** Says whether data travels in both directions. */
export function bothEdit(model: ThreatModel, id: string, isBoth: boolean): Edit | undefined {
  const flow = entryOf(model.flows, id)
  if (!flow || Boolean(flow.both) === isBoth) return undefined
  return { type: 'set-flow', field: 'both', id, value: isBoth ? true : null, was: flow.both ?? null }
}

/** Says that a flow carries a data asset, or that it does not. */
export function carriesEdit(
  model: ThreatModel,
  id: string,
  dataId: string,
  isCarried: boolean,
): Edit | undefined {
  const flow = entryOf(model.flows, id)
  if (!flow || flow.dataIds.includes(dataId) === isCarried) return undefined
  const value = isCarried ? [...flow.dataIds, dataId] : flow.dataIds.filter((other) => other !== dataId)
  return { type: 'set-flow', field: 'dataIds', id, value, was: flow.dataIds }
}

/** The edits that bring a data asset to what a form says; it is added when the model lacks it. */
export function dataAssetEdits(model: ThreatModel, wanted: DataAsset): Edit[] {
  const { id } = wanted
  const present = entryOf(model.dataAssets, id)
  if (!present) return [{ type: 'add-data-asset', dataAsset: wanted }]
  const edits: Edit[] = []
  if (wanted.name !== present.name)
    edits.push({ type: 'set-data-asset', field: 'name', id, value: wanted.name, was: present.name })
  if (wanted.classification !== present.classification) {
    edits.push({
      type: 'set-data-asset',
      field: 'classification',
      id,
      value: wanted.classification,
      was: present.classification,
    })
  }
  const [value, was] = [wanted.description ?? null, present.description ?? null]
  if (value !== was) edits.push({ type: 'set-data-asset', field: 'description', id, value, was })
  return edits
}

/** Removes a data asset, off every flow that carries it. */
export function removeDataAssetEdits(model: ThreatModel, id: string): Edit[] {
  const carriers = Object.values(model.flows).filter((flow) => flow.dataIds.includes(id))
  return [
    ...carriers.flatMap((flow) => carriesEdit(model, flow.id, id, false) ?? []),
    { type: 'remove-data-asset', id },
  ]
}
