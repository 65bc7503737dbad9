import { Change } from '@/lib/model/change'
import { Id } from '@/lib/model/id'
import { DecisionStatus, Severity } from '@/lib/model/judgement'
import { MAX_CHANGES_IN_REQUEST } from '@/lib/model/limits'
import { line, Moment } from '@/lib/model/text'
import { ThreatModel } from '@/lib/model/threat-model'
import { z } from '@/lib/model/zod'

// What browser and server say to each other. The schemas are the types on both sides.

/** Counts the log entries of a model; 0 is a model that nobody has changed yet. */
export const Seq = z.int().min(0)

/** `POST /api/models/[id]/changes`: changes in the order they were made, on top of the state after entry `base`. */
export const ChangesRequest = z.strictObject({
  base: Seq,
  changes: z.array(Change).min(1).max(MAX_CHANGES_IN_REQUEST),
})
export type ChangesRequest = z.infer<typeof ChangesRequest>

/**
 * An edit that was not applied; `edit` is its index in the change. `changed`: somebody was faster, and `current` holds
 * the value that stands. `forbidden`: your role may not do this.
 */
export const RefusedEdit = z.strictObject({
  changeId: Id,
  edit: z.int().min(0),
  code: z.enum(['changed', 'exists', 'missing', 'in-use', 'cycle', 'invalid', 'forbidden']),
  sentence: z.string(),
  current: z.unknown().optional(),
})
export type RefusedEdit = z.infer<typeof RefusedEdit>

/** One entry of the log: a change as it was applied, without the edits that were refused. Applying it gives the next state. */
export const SavedChange = z.strictObject({ seq: Seq, change: Change, by: line(200), at: Moment })
export type SavedChange = z.infer<typeof SavedChange>

/** Log entries after a base. `reload`: there are too many to send (`since` is then empty); fetch the model anew. */
const sinceBase = { seq: Seq, since: z.array(SavedChange), reload: z.literal(true).optional() }

/**
 * The answer to changes. `accepted`: ids of changes that are durable, also those sent before; of one that is not atomic,
 * some edits may be in `refused` all the same. A change with no edit left to apply is in neither log nor `accepted`.
 * `since`: every entry after `base` in the server's order, your own among them, with the server's stamps.
 */
export const ChangesAnswer = z.strictObject({
  ...sinceBase,
  accepted: z.array(Id),
  refused: z.array(RefusedEdit),
})
export type ChangesAnswer = z.infer<typeof ChangesAnswer>

/** Somebody who has the model open. */
export const Present = z.strictObject({ userId: z.string(), name: z.string() })
export type Present = z.infer<typeof Present>

/** The answer of `GET /api/models/[id]/changes?since=N`. `here`: who has the model open, for a page that says it is. */
export const SinceAnswer = z.strictObject({ ...sinceBase, here: z.array(Present).optional() })
export type SinceAnswer = z.infer<typeof SinceAnswer>

export const Role = z.enum(['owner', 'editor', 'reviewer', 'viewer'])
export type Role = z.infer<typeof Role>

/** The answer of `GET /api/models/[id]`. `role` is the reader's own, for showing what they may do. */
export const ModelAnswer = z.strictObject({ id: Id, seq: Seq, role: Role, document: ThreatModel })
export type ModelAnswer = z.infer<typeof ModelAnswer>

const count = z.int().min(0)

/** Counts of a model's threat list, as `summarise` in lib/analysis gives them. */
export const ThreatCounts = z.strictObject({
  open: z.record(Severity, count),
  states: z.record(z.enum(['raised', 'possible', 'countered', 'attached', 'silent']), count),
  statuses: z.record(z.enum([...DecisionStatus.options, 'review-again']), count),
  folded: count,
})
export type ThreatCounts = z.infer<typeof ThreatCounts>

/** A model on the list. `counts` are missing only when the pack that the model is pinned to is not here. */
export const ModelCard = z.strictObject({
  id: Id,
  name: line(200),
  seq: Seq,
  components: count,
  flows: count,
  counts: ThreatCounts.optional(),
  createdAt: Moment,
  updatedAt: Moment,
  /** Put aside: to be read, not changed. */
  archivedAt: Moment.optional(),
  /** Counts are on their way: ask again. */
  isCounting: z.literal(true).optional(),
})
export type ModelCard = z.infer<typeof ModelCard>

/** `POST /api/models/[id]/imports` as JSON; the other form is multipart/form-data with files whose names are paths. */
export const ImportRequest = z.strictObject({
  files: z
    .array(z.strictObject({ path: z.string().min(1).max(1000), text: z.string() }))
    .min(1)
    .max(2000),
})
export type ImportRequest = z.infer<typeof ImportRequest>

/** A failure that can be expected. `unexpected` is the one that cannot: it was logged under `reference`. */
export const ProblemCode = z.enum([
  'invalid',
  'not-signed-in',
  'forbidden',
  'not-found',
  'conflict',
  'too-large',
  'unsupported',
  'too-many',
  'expired',
  'unexpected',
])
export type ProblemCode = z.infer<typeof ProblemCode>

/** The body of every answer that is not a success, and what a server action gives back instead of a value. */
export const Problem = z.strictObject({
  ok: z.literal(false),
  code: ProblemCode,
  /** What happened and what to do, to be shown as it is. */
  sentence: z.string(),
  /** Mistakes in single fields of the input. */
  issues: z.array(z.strictObject({ path: z.string(), sentence: z.string() })).optional(),
  reference: z.string().optional(),
})
export type Problem = z.infer<typeof Problem>

/** What use cases and server actions give back: expected failures are values. */
export type Result<T> = { ok: true; value: T } | Problem
