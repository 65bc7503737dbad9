import { CatalogueId, Id } from '@/lib/model/id'
import { Day, line, Moment, text } from '@/lib/model/text'
import { z } from '@/lib/model/zod'

// What people decide. Verdicts are derived and never stored; these are.

export const Stride = z.enum(['S', 'T', 'R', 'I', 'D', 'E'])
export type Stride = z.infer<typeof Stride>

export const Severity = z.enum(['critical', 'high', 'medium', 'low', 'info'])
export type Severity = z.infer<typeof Severity>

/** Likelihood and impact: 1 very low to 5 very high. */
export const Level = z.int().min(1).max(5)

export const DecisionStatus = z.enum(['open', 'mitigated', 'accepted', 'transferred', 'not-applicable'])
export type DecisionStatus = z.infer<typeof DecisionStatus>

const needsReason: ReadonlySet<DecisionStatus> = new Set(['accepted', 'not-applicable'])

/** Accepting a risk and calling a threat not applicable need a reason; the others do not. */
export function isReasonRequired(status: DecisionStatus): boolean {
  return needsReason.has(status)
}

/** What was decided about one threat on one element (and one part of it, such as one of its mounts). */
export const Decision = z
  .strictObject({
    threatId: Id,
    elementId: Id,
    part: Id.optional(),
    status: DecisionStatus,
    reason: text(4000).optional(),
    owner: line(200).optional(),
    /** The decision counts as open again from the day after this one. */
    expires: Day.optional(),
    approver: line(200).optional(),
    riskOverride: z.strictObject({ severity: Severity, reason: text(4000).min(1) }).optional(),
    /** What the decision was made on: a digest of severity and evidence. When it changes, the decision is to be reviewed. */
    fingerprint: line(100),
    /** Decisions made together, one per element, share this id. */
    groupId: Id.optional(),
    by: line(200),
    at: Moment,
  })
  .refine((decision) => !isReasonRequired(decision.status) || Boolean(decision.reason?.trim()), {
    path: ['reason'],
    message: 'Say why: accepting a threat or calling it not applicable needs a reason.',
  })
export type Decision = z.infer<typeof Decision>

/** A threat that a person wrote. */
export const OwnThreat = z.strictObject({
  title: line(200),
  description: text(4000),
  stride: z.array(Stride).min(1).max(6),
  likelihood: Level,
  impact: Level,
  mitigationIds: z.array(CatalogueId).max(50),
})
export type OwnThreat = z.infer<typeof OwnThreat>

/** A threat put on an element by hand: one of the catalogue's (`threatId`), or the person's own (`own`). */
export const Attachment = z
  .strictObject({
    id: Id,
    elementId: Id,
    threatId: CatalogueId.optional(),
    own: OwnThreat.optional(),
    by: line(200),
    at: Moment,
  })
  .refine((attachment) => (attachment.threatId === undefined) !== (attachment.own === undefined), {
    message: 'An attached threat is either one of the catalogue or an own one.',
  })
export type Attachment = z.infer<typeof Attachment>

export const MitigationStatus = z.enum(['proposed', 'planned', 'implemented', 'verified', 'rejected'])
export type MitigationStatus = z.infer<typeof MitigationStatus>

/** How far one mitigation is on one element. */
export const MitigationState = z.strictObject({
  elementId: Id,
  mitigationId: CatalogueId,
  status: MitigationStatus,
  note: text(4000).optional(),
  owner: line(200).optional(),
  /** What shows that it is in place: runs of scanners and files that are kept beside the model. */
  evidence: z.array(Id).min(1).max(20).optional(),
  by: line(200),
  at: Moment,
})
export type MitigationState = z.infer<typeof MitigationState>

export const Note = z.strictObject({
  id: Id,
  elementId: Id.optional(),
  text: text(10_000).min(1),
  by: line(200),
  at: Moment,
})
export type Note = z.infer<typeof Note>
