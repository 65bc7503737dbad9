import { asGroup, toSource } from '@/components/own-catalogue/condition-draft'
import type { Missing } from '@/components/own-catalogue/entry-field'
import { type Condition, normaliseCondition } from '@/lib/catalogue/condition'
import type { Target, Threat } from '@/lib/catalogue/entries'
import type { Stride } from '@/lib/model/judgement'

type Group = Extract<Condition, { op: 'any' | 'all' }>

/** Conditions for some types while they are built. */
export type TargetDraft = {
  types: readonly string[]
  exposed: Group
  countered: Group
  adjust: Target['adjust']
}

export type ThreatDraft = {
  title: string
  description: string
  riskReason: string
  stride: readonly Stride[]
  likelihood: number
  impact: number
  mitigations: readonly string[]
  targets: readonly TargetDraft[]
}

const nothing: Group = { op: 'all', of: [] }
export const emptyTarget: TargetDraft = { types: [], exposed: nothing, countered: nothing, adjust: undefined }

/** A threat as a draft to change; a new one when there is none. */
export function draftOf(threat: Threat | undefined): ThreatDraft {
  const {
    title = '',
    description = '',
    riskReason = '',
    stride = [],
    likelihood = 3,
    impact = 3,
    mitigations = [],
  } = threat ?? {}
  const targets = threat?.targets.map(({ types, exposedWhen, counteredBy, adjust }) => ({
    types,
    exposed: exposedWhen ? asGroup(normaliseCondition(exposedWhen)) : nothing,
    countered: counteredBy ? asGroup(normaliseCondition(counteredBy)) : nothing,
    adjust,
  }))
  return {
    title,
    description,
    riskReason,
    stride,
    likelihood,
    impact,
    mitigations,
    targets: targets ?? [emptyTarget],
  }
}

/**
 * The threat that a draft makes, or what is missing. Its examples are left empty: they are made from the
 * conditions when it is saved. What the form does not show is kept from before.
 */
export function entryOf(
  draft: ThreatDraft,
  id: string,
  before: Threat | undefined,
): { entry: { id: string } & Record<string, unknown> } | Missing {
  const [title, description, riskReason] = [draft.title, draft.description, draft.riskReason].map((text) =>
    text.trim(),
  )
  if (!title) return { sentence: 'Give the threat a title.', field: 'title' }
  if (!description)
    return {
      sentence: 'Describe who can do what, through which weakness, with what effect.',
      field: 'description',
    }
  if (draft.stride.length === 0) return { sentence: 'Choose at least one letter of STRIDE.' }
  if (draft.stride.length > 3) return { sentence: 'Choose at most three letters of STRIDE.' }
  if (!riskReason) return { sentence: 'Say why it is this likely and this bad.', field: 'riskReason' }
  if (draft.targets.some(({ types }) => types.length === 0))
    return { sentence: 'Choose the types that the threat can be on.' }
  if (draft.mitigations.length === 0) return { sentence: 'Choose at least one mitigation that counters it.' }
  const targets = draft.targets.map(({ types, exposed, countered, adjust }) => {
    const [exposedWhen, counteredBy] = [toSource(exposed), toSource(countered)]
    return {
      types,
      ...(exposedWhen && { exposedWhen }),
      ...(counteredBy && { counteredBy }),
      ...(adjust && { adjust }),
    }
  })
  const entry = {
    platform: 'shared',
    alsoStride: [],
    references: {},
    rules: [],
    ...before,
    id,
    title,
    description,
    riskReason,
    stride: draft.stride,
    likelihood: draft.likelihood,
    impact: draft.impact,
    mitigations: draft.mitigations,
    targets,
    examples: [],
  }
  return { entry }
}
