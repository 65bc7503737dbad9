import { applyChange, type RefusedEdit } from '@/lib/model/apply-change'
import type { Change, Edit } from '@/lib/model/change'
import type { ThreatModel } from '@/lib/model/threat-model'

/**
 * The document as this browser sees it: what the server had at `seq`, and on top of it every change that it has not
 * acknowledged yet, in the order they were made.
 */
export type Outbox = {
  base: ThreatModel
  seq: number
  pending: readonly Change[]
  /** `base` with `pending` applied: what is shown. */
  model: ThreatModel
}

/** What the server said: the new head, what it took, what it refused, and every change since the base that was sent. */
export type Answer = {
  seq: number
  accepted: readonly string[]
  refused: readonly RefusedEdit[]
  since: readonly Change[]
}

/** An edit that the server refused, with the edit itself, so that a person can take either value. */
export type RefusedHere = RefusedEdit & { label: string; was: Edit | undefined }

/** Opens a document with what an earlier visit could not send. Those changes are sent even if they look done already. */
export function openOutbox(base: ThreatModel, seq: number, pending: readonly Change[] = []): Outbox {
  return { base, seq, pending, model: replay(base, pending) }
}

export type Enqueued = { outbox: Outbox; change: Change | undefined; inverse: Edit[]; refused: RefusedEdit[] }

/** Applies a change at once and keeps it for the server. Edits that do not apply here are reported, not kept. */
export function enqueue(outbox: Outbox, change: Change): Enqueued {
  const { model, applied, inverse, refused } = applyChange(outbox.model, change)
  if (applied.length === 0) return { outbox, change: undefined, inverse: [], refused }
  const kept = refused.length === 0 ? change : { ...change, edits: applied }
  return { outbox: { ...outbox, model, pending: [...outbox.pending, kept] }, change: kept, inverse, refused }
}

/** Adds changes found in storage (another tab's, an earlier visit's) behind what is pending; known ones are passed over. */
export function addPending(outbox: Outbox, changes: readonly Change[]): Outbox {
  const known = new Set(outbox.pending.map((change) => change.id))
  const added = changes.filter((change) => !known.has(change.id))
  if (added.length === 0) return outbox
  return { ...outbox, pending: [...outbox.pending, ...added], model: replay(outbox.model, added) }
}

/**
 * Takes the server's answer: its order is the order. What it sent is applied to the base, what it took or refused leaves
 * the queue, and what is left is replayed on top. An answer older than the base changes nothing but the queue.
 */
export function acknowledge(outbox: Outbox, answer: Answer): { outbox: Outbox; refused: RefusedHere[] } {
  const byId = new Map(outbox.pending.map((change) => [change.id, change]))
  const settled = new Set([...answer.accepted, ...answer.refused.map((refusal) => refusal.changeId)])
  const pending = outbox.pending.filter((change) => !settled.has(change.id))
  const refused = answer.refused.map((refusal) => {
    const change = byId.get(refusal.changeId)
    return { ...refusal, label: change?.label ?? 'An edit', was: change?.edits[refusal.edit] }
  })
  const isNewer = answer.seq > outbox.seq
  const base = isNewer ? replay(outbox.base, answer.since) : outbox.base
  const seq = isNewer ? answer.seq : outbox.seq
  return { outbox: { base, seq, pending, model: replay(base, pending) }, refused }
}

/** Takes a change out of the queue that the server will never take (too large, not understood). */
export function dropPending(outbox: Outbox, changeId: string): Outbox {
  const pending = outbox.pending.filter((change) => change.id !== changeId)
  return { ...outbox, pending, model: replay(outbox.base, pending) }
}

/** The first changes of the queue, at most `maxEdits` edits of them but always one change. */
export function nextBatch(outbox: Outbox, maxEdits: number): Change[] {
  const batch: Change[] = []
  let edits = 0
  for (const change of outbox.pending) {
    if (batch.length > 0 && edits + change.edits.length > maxEdits) break
    batch.push(change)
    edits += change.edits.length
  }
  return batch
}

function replay(model: ThreatModel, changes: readonly Change[]): ThreatModel {
  return changes.reduce((current, change) => applyChange(current, change).model, model)
}
