import type { Shift } from '@/lib/analysis/risk/shift-risk'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { DataAsset } from '@/lib/model/elements'
import type { Stride } from '@/lib/model/judgement'
import { mitigationKey } from '@/lib/model/keys'
import { entryOf } from '@/lib/model/records'
import type { ThreatModel } from '@/lib/model/threat-model'

// What people say moves the risk as well: how sensitive the data is that flows carry, and which mitigations are in place.

type Place = { elementId: string; stride: readonly Stride[]; mitigationIds: readonly string[] }

const order = { public: 0, internal: 1, confidential: 2, restricted: 3 } as const

/** By the most sensitive data that the element sends, receives or carries; nothing when nobody said what it is. */
export function dataShift(model: ThreatModel, { elementId, stride }: Place): Shift | undefined {
  const asset = worstDataOf(model).get(elementId)
  if (!asset) return undefined
  const { name, classification } = asset
  const touches = (letters: string) => stride.some((letter) => letters.includes(letter))
  const shift = (label: string, impact: number, why: string): Shift => ({
    id: 'data',
    label,
    why,
    likelihood: 0,
    impact,
    because: [],
  })
  if (order[classification] >= order.confidential && touches('IT'))
    return shift(
      'Sensitive data',
      classification === 'restricted' ? 2 : 1,
      `The data "${name}" is ${classification}.`,
    )
  if (classification === 'public' && touches('I'))
    return shift('Public data', -1, `The most sensitive data here, "${name}", is public.`)
  return undefined
}

const known = new WeakMap<ThreatModel['dataAssets'], { flows: ThreatModel['flows']; worst: WorstData }>()
type WorstData = ReadonlyMap<string, DataAsset>

function worstDataOf({ dataAssets, flows }: ThreatModel): WorstData {
  const before = known.get(dataAssets)
  if (before?.flows === flows) return before.worst
  const worst = new Map<string, DataAsset>()
  const note = (id: string, asset: DataAsset) => {
    const other = worst.get(id)
    if (!other || isWorse(asset, other)) worst.set(id, asset)
  }
  if (Object.keys(dataAssets).length > 0) {
    for (const flow of Object.values(flows)) {
      for (const dataId of flow.dataIds) {
        const asset = entryOf(dataAssets, dataId)
        if (asset) for (const id of [flow.id, flow.from, flow.to]) note(id, asset)
      }
    }
  }
  known.set(dataAssets, { flows, worst })
  return worst
}

function isWorse(a: DataAsset, b: DataAsset): boolean {
  const difference = order[a.classification] - order[b.classification]
  return difference > 0 || (difference === 0 && a.id < b.id)
}

/** One level of likelihood for a mitigation that is implemented, two for one that was verified. */
export function mitigationShifts(model: ThreatModel, catalogue: Catalogue, place: Place): Shift[] {
  const { elementId, mitigationIds } = place
  return mitigationIds.flatMap((mitigationId) => {
    const state = entryOf(model.mitigationStates, mitigationKey({ elementId, mitigationId }))
    if (state?.status !== 'implemented' && state?.status !== 'verified') return []
    const isVerified = state.status === 'verified'
    return [
      {
        id: `mitigation:${mitigationId}`,
        label: catalogue.mitigations.get(mitigationId)?.title ?? mitigationId,
        why: isVerified ? `${state.by} says that it was verified.` : `${state.by} says that it is in place.`,
        likelihood: isVerified ? -2 : -1,
        impact: 0,
        because: [],
      },
    ]
  })
}
