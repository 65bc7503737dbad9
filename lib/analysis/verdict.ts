import type { Fact, FactSource, FactValue, Origin } from '@/lib/model/fact'
import type { Decision, DecisionStatus, Severity, Stride } from '@/lib/model/judgement'

/** What a verdict rests on. Facts carry where they come from; `derived` facts carry what they follow from. */
export type Evidence =
  | FactEvidence
  /** A data flow that the condition looked at. */
  | { kind: 'flow'; flowId: string }
  /** A boundary that the flow passes. */
  | { kind: 'crossing'; flowId: string; zoneId: string }
  /** Another element reached by a named relation. */
  | { kind: 'related'; elementId: string; relation: string; relatedId: string }
  /** A relation that leads nowhere, and is known to. */
  | { kind: 'none'; elementId: string; relation: string }
  /** Own conditions lead to more elements than are looked at. */
  | { kind: 'too-much'; elementId: string }

export type FactEvidence = {
  kind: 'fact'
  elementId: string
  attribute: string
  /** `null` when it is unknown. */
  value: FactValue
  origin: Origin | 'derived' | 'unknown'
  source?: FactSource
  /** For a derived fact: the derivation's reason, and the facts it follows from. */
  reason?: string
  from?: Evidence[]
}

/** A fact that would settle a possible verdict. */
export type Ask = { elementId: string; attribute: string }

/** What one circumstance adds to or takes from likelihood and impact, as it counted. */
export type RiskShare = {
  /** A factor of the catalogue, `data`, or `mitigation:` and its id. */
  id: string
  label: string
  why: string
  likelihood: number
  impact: number
  because: readonly Evidence[]
}

export type VerdictState = 'raised' | 'possible' | 'countered'

/** What analysis says of one threat on one element. Never stored. */
export type Verdict = {
  threatId: string
  elementId: string
  part?: string
  state: VerdictState
  /** With everything in `shares`. */
  likelihood: number
  impact: number
  severity: Severity
  /** What circumstances of the element did to likelihood and impact. */
  shares?: readonly RiskShare[]
  /** Why the severity differs from the catalogue's, when it does. */
  adjusted?: string
  because: Evidence[]
  asks: Ask[]
  /** The verdict (its `verdictKey`) whose cause is this one's too, on the same element; this one is shown under it. */
  causeId?: string
}

/** A fact as it counts: the leading one of an element's attribute, after defaults and derivations. `value: null` is unknown. */
export type ResolvedFact = {
  attribute: string
  value: FactValue
  origin: Origin | 'derived' | 'unknown'
  source?: FactSource
  /** Why a default or derived value holds. */
  reason?: string
  /** What a derived value follows from. */
  from?: Evidence[]
  /** What would make the value known; filled when it is unknown. */
  asks: Ask[]
  /** Every stored fact, when they disagree. */
  conflict?: Fact[]
}

/** `review-again`: decided, but severity or evidence changed since, or the decision expired; it counts as open. */
export type RowStatus = DecisionStatus | 'review-again'

/** In the order in which one works through them. */
export const rowStatuses = [
  'open',
  'review-again',
  'mitigated',
  'accepted',
  'transferred',
  'not-applicable',
] as const satisfies readonly RowStatus[]

/**
 * One line of a threat list: a verdict, or a threat attached by hand, together with what people decided.
 * `silent`: nothing raises it any more, but a decision on it is kept.
 */
export type ThreatRow = {
  /** The key of its decision. */
  key: string
  threatId: string
  elementId: string
  part?: string
  attachmentId?: string
  title: string
  description: string
  stride: Stride[]
  alsoStride: Stride[]
  state: VerdictState | 'attached' | 'silent'
  /** The inherent risk: with what is known of the element and its data, without what people did about the threat. */
  likelihood: number
  impact: number
  shares?: readonly RiskShare[]
  /** The risk that is left after the mitigations that are in place; absent when none is. */
  residual?: { likelihood: number; impact: number; shares: readonly RiskShare[] }
  /** Of the risk that is left, after a person's override. What is countered keeps what it would be without its control. */
  severity: Severity
  adjusted?: string
  because: Evidence[]
  asks: Ask[]
  causeId?: string
  mitigationIds: string[]
  decision?: Decision
  status: RowStatus
  /** Why it is to be reviewed again: "expired" or "changed". */
  review?: 'expired' | 'changed'
  /** Somebody has to look: raised, possible or attached, and not (or no longer) decided. */
  isOpen: boolean
}
