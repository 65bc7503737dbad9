import { applyChange } from '@/lib/model/apply-change'
import type { Change, Edit } from '@/lib/model/change'
import { MAX_CHANGES_IN_REQUEST } from '@/lib/model/limits'
import type { ChangesAnswer, RefusedEdit } from '@/lib/model/protocol'
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

/**
 * An edit that was refused, so that a person can take either value. `change` holds what is lost with it: the edit alone,
 * or the whole change when it was all or nothing.
 */
export type RefusedHere = { refusal: RefusedEdit; edit: Edit; change: Change }

/** Opens a document with what an earlier visit could not send. Those changes are sent even if they look done already. */
export function openOutbox(base: ThreatModel, seq: number, pending: readonly Change[] = []): Outbox {
  return { base, seq, pending, model: replay(base, pending) }
}

export type Enqueued = { outbox: Outbox; change: Change | undefined; inverse: Edit[]; refused: RefusedHere[] }

/** Applies a change at once and keeps it for the server. Edits that do not apply here are reported, not kept. */
export function enqueue(outbox: Outbox, change: Change): Enqueued {
  const { model, applied, inverse, refused: refusals } = applyChange(outbox.model, change)
  const refused = refusals.map((refusal) => refusedHere(refusal, change.edits[refusal.edit] as Edit, change))
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

/** A whole document from the server, for when too much happened to be told change by change. */
export type Fresh = { seq: number; document: ThreatModel }

/**
 * Takes the server's answer: its order is the order. What it sent is applied to the base, what it took or refused leaves
 * the queue, and what is left is replayed on top. An answer older than the base changes nothing but the queue.
 * @param fresh the document fetched anew, wanted when the answer says `reload`.
 */
export function acknowledge(
  outbox: Outbox,
  answer: ChangesAnswer,
  fresh?: Fresh,
): { outbox: Outbox; refused: RefusedHere[] } {
  const byId = new Map(outbox.pending.map((change) => [change.id, change]))
  const settled = new Set(settledBy(answer))
  const pending = outbox.pending.filter((change) => !settled.has(change.id))
  const refused = answer.refused.flatMap((refusal) => {
    const change = byId.get(refusal.changeId)
    const edit = change?.edits[refusal.edit]
    return change && edit ? [refusedHere(refusal, edit, change)] : []
  })
  const { base, seq } = advance(outbox, answer, fresh)
  return { outbox: { base, seq, pending, model: replay(base, pending) }, refused }
}

function refusedHere(refusal: RefusedEdit, edit: Edit, change: Change): RefusedHere {
  return { refusal, edit, change: change.atomic ? change : { ...change, edits: [edit] } }
}

/** Takes a document that was fetched anew as the base, with my edits on top; an older one changes nothing. */
export function rebase(outbox: Outbox, { seq, document }: Fresh): Outbox {
  if (seq <= outbox.seq) return outbox
  return { ...outbox, base: document, seq, model: replay(document, outbox.pending) }
}

/** The ids of changes that need not be sent again: taken, or refused for good. */
export function settledBy(answer: ChangesAnswer): string[] {
  return [...new Set([...answer.accepted, ...answer.refused.map((refusal) => refusal.changeId)])]
}

function advance(
  outbox: Outbox,
  answer: ChangesAnswer,
  fresh: Fresh | undefined,
): Pick<Outbox, 'base' | 'seq'> {
  if (fresh && fresh.seq > outbox.seq) return { base: fresh.document, seq: fresh.seq }
  const missed = answer.since.filter((entry) => entry.seq > outbox.seq)
  const last = missed.at(-1)
  return last
    ? {
        base: replay(
          outbox.base,
          missed.map((entry) => entry.change),
        ),
        seq: last.seq,
      }
    : { base: outbox.base, seq: outbox.seq }
}

/** Takes a change out of the queue that the server will never take (too large, not understood). */
export function dropPending(outbox: Outbox, changeId: string): Outbox {
  const pending = outbox.pending.filter((change) => change.id !== changeId)
  return { ...outbox, pending, model: replay(outbox.base, pending) }
}

const MAX_EDITS_IN_BATCH = 2000

/** The first changes of the queue: always one, and as many more as one request may hold. */
export function nextBatch(outbox: Outbox): Change[] {
  const batch: Change[] = []
  let edits = 0
  for (const change of outbox.pending) {
    if (batch.length === MAX_CHANGES_IN_REQUEST) break
    if (batch.length > 0 && edits + change.edits.length > MAX_EDITS_IN_BATCH) break
    batch.push(change)
    edits += change.edits.length
  }
  return batch
}

function replay(model: ThreatModel, changes: readonly Change[]): ThreatModel {
  return changes.reduce((current, change) => applyChange(current, change).model, model)
}
