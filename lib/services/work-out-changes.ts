import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import { applyChange } from '@/lib/model/apply-change'
import type { Touched } from '@/lib/model/apply-edit'
import type { Change, Edit, EditOf } from '@/lib/model/change'
import { formatCount } from '@/lib/model/format-count'
import { mitigationKey } from '@/lib/model/keys'
import type { RefusedEdit } from '@/lib/model/protocol'
import { entryOf } from '@/lib/model/records'
import { isSame } from '@/lib/model/same'
import type { ThreatModel } from '@/lib/model/threat-model'
import { stampEdit } from '@/lib/services/stamp-edit'

/** What the log remembers of a change that was sent: what was applied of it, and what was not. */
export type Sent = { change: Change; refused: readonly RefusedEdit[] }

/** What changes are worked out against. */
export type Situation = {
  actor: Actor
  workspaceId: string
  document: ThreatModel
  /** Changes of these ids that are in the log already. */
  sent: ReadonlyMap<string, Sent>
  /** Hashes of the packs that are here, among those that edits pin. */
  packs: ReadonlySet<string>
  /** Keys of mitigations for which there is evidence that they are in place. */
  proved?: ReadonlySet<string>
  maxComponents: number
  /** ISO moment of the save. */
  at: string
}

/** A change as it goes into the log. */
export type WorkedOut = { change: Change; refused: RefusedEdit[] }

export type Outcome = {
  document: ThreatModel
  touched: Touched[]
  /** Changes to be written, in order. */
  entries: WorkedOut[]
  accepted: string[]
  refused: RefusedEdit[]
}

/** Decides on changes one after the other: sent before, not allowed, not applicable, or applied. Pure. */
export function workOutChanges(situation: Situation, changes: readonly Change[]): Outcome {
  const outcome: Outcome = {
    document: situation.document,
    touched: [],
    entries: [],
    accepted: [],
    refused: [],
  }
  const sent = new Map(situation.sent)
  for (const change of changes) {
    const known = sent.get(change.id)
    if (known) {
      repeat(outcome, change, known)
      continue
    }
    const result = workOut(situation, outcome.document, change)
    outcome.refused.push(...result.entry.refused)
    if (result.entry.change.edits.length === 0) continue
    outcome.document = result.document
    outcome.touched.push(...result.touched)
    outcome.entries.push(result.entry)
    outcome.accepted.push(change.id)
    sent.set(change.id, result.entry)
  }
  return outcome
}

function repeat(outcome: Outcome, change: Change, known: Sent): void {
  if (isRepetition(change, known)) {
    outcome.accepted.push(change.id)
    outcome.refused.push(...known.refused)
  } else {
    const sentence = 'Another change was saved under this id before. Send this one under an id of its own.'
    outcome.refused.push({ changeId: change.id, edit: 0, code: 'exists', sentence })
  }
}

/** Tells a change that comes again from another one under the same id; stamps are the server's, so they may differ. */
function isRepetition(change: Change, { change: saved, refused }: Sent): boolean {
  const isRefused = new Set(refused.map((refusal) => refusal.edit))
  const edits = change.edits.filter((_, index) => !isRefused.has(index))
  return isSame({ ...change, edits }, saved)
}

type Result = { document: ThreatModel; touched: Touched[]; entry: WorkedOut }

function workOut(situation: Situation, document: ThreatModel, change: Change): Result {
  const forbidden = change.edits.flatMap(
    (edit, index) => forbid(situation, document, change.id, edit, index) ?? [],
  )
  const isOut = new Set(forbidden.map((refusal) => refusal.edit))
  const isWhole = forbidden.length === 0
  // Indexes of what is left, because refusals name the edit's place in the change as it was sent.
  const places = change.edits.flatMap((_, index) => (isOut.has(index) ? [] : [index]))
  const nothing = { document, touched: [] }
  if (change.atomic && !isWhole) return { ...nothing, entry: logEntry(change, [], forbidden) }
  const stamp = { by: situation.actor.name, at: situation.at }
  const edits = places.map((index) => stampEdit(change.edits[index] as Edit, stamp))
  const applied = applyChange(document, { ...change, edits })
  const refused = applied.refused.map((refusal) => ({
    ...refusal,
    edit: places[refusal.edit] ?? refusal.edit,
  }))
  const isGrowing = applied.applied.some((edit) => edit.type === 'add-component')
  const overflow = isGrowing ? tooMany(situation, document, applied.model, change.id) : undefined
  if (overflow) return { ...nothing, entry: logEntry(change, [], [overflow]) }
  const entry = logEntry(
    change,
    applied.applied,
    [...forbidden, ...refused].sort((a, b) => a.edit - b.edit),
  )
  return { document: applied.model, touched: applied.touched, entry }
}

function logEntry(change: Change, edits: Edit[], refused: RefusedEdit[]): WorkedOut {
  return { change: { ...change, edits }, refused }
}

function forbid(
  situation: Situation,
  document: ThreatModel,
  changeId: string,
  edit: Edit,
  index: number,
): RefusedEdit | undefined {
  if (!can(situation.actor, edit.type, situation)) {
    const sentence = 'Your role does not allow this edit. Ask an owner of this workspace.'
    return { changeId, edit: index, code: 'forbidden', sentence }
  }
  if (edit.type === 'pin-catalogue' && !situation.packs.has(edit.value)) {
    return { changeId, edit: index, code: 'invalid', sentence: 'This catalogue is not on this server.' }
  }
  if (edit.type === 'set-mitigation' && isUnproved(situation, document, edit)) {
    const sentence =
      'A mitigation is verified by evidence, never by hand alone. Import a scan in which its checks pass, or attach a file that shows it.'
    return { changeId, edit: index, code: 'invalid', sentence }
  }
  return undefined
}

/** Called verified now, with nothing beside the model that shows it; what was called so before stays as it is. */
function isUnproved(
  { proved }: Situation,
  document: ThreatModel,
  { value }: EditOf<'set-mitigation'>,
): boolean {
  if (value?.status !== 'verified') return false
  const key = mitigationKey(value)
  const before = entryOf(document.mitigationStates, key)
  return !proved?.has(key) && before?.status !== 'verified'
}

function tooMany(
  { maxComponents }: Situation,
  before: ThreatModel,
  after: ThreatModel,
  changeId: string,
): RefusedEdit | undefined {
  const count = Object.keys(after.components).length
  if (count <= maxComponents || count <= Object.keys(before.components).length) return undefined
  const sentence = `A model holds at most ${formatCount(maxComponents)} components; this change would make it ${formatCount(count)}. Split the system into several models.`
  return { changeId, edit: 0, code: 'invalid', sentence }
}
