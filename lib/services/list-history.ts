import { describeEdits } from '@/lib/analysis/words/describe-change'
import type { Wording } from '@/lib/analysis/words/describe-edit'
import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import { database } from '@/lib/db/database'
import { loadModel } from '@/lib/db/load-model'
import { type HistoryRow, readHistory } from '@/lib/db/log-entries'
import { findCatalogue } from '@/lib/db/packs'
import { formatCount } from '@/lib/model/format-count'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import type { ThreatModel } from '@/lib/model/threat-model'
import { z } from '@/lib/model/zod'
import { modelNotFound, problem } from '@/lib/services/problem'

/** `before`: entries older than this one; the newest without. */
export const Input = z.strictObject({ id: Id, before: z.int().min(1).optional() })

export type HistoryEntry = {
  seq: number
  label: string
  by: string
  at: string
  /** What it did, a sentence a line. */
  words: string[]
  edits: number
  /** Edits of the same change that were refused when it was made. */
  refused: number
  /** The entry that made the model cannot be undone. */
  canUndo: boolean
}

export type History = { entries: HistoryEntry[]; total: number; older?: number }

const PAGE = 50

/** Who changed what in a model and when, the newest first, a page at a time. */
export async function listHistory(
  actor: Actor,
  { id, before }: z.infer<typeof Input>,
): Promise<Result<History>> {
  const loaded = await loadModel(actor.workspaceId, id)
  if (!loaded || !can(actor, 'read-history', loaded.head)) return modelNotFound()
  const catalogue = await findCatalogue(loaded.head.catalogueHash)
  if (!catalogue) {
    return problem(
      'conflict',
      'The catalogue that this model is pinned to is not on this server. Start it with npm start.',
    )
  }
  const { seq } = loaded.head
  const rows = await readHistory(database().client, id, { before: before ?? seq + 1, take: PAGE })
  const wording = { model: withFormer(loaded.document, rows), catalogue }
  const oldest = rows.at(-1)?.seq ?? 1
  return {
    ok: true,
    value: {
      entries: rows.map((row) => entryOf(row, wording)),
      total: seq,
      ...(oldest > 1 && { older: oldest }),
    },
  }
}

function entryOf({ seq, at, payload }: HistoryRow, wording: Wording): HistoryEntry {
  const { change, by, refused, document } = payload
  const words = document ? [begun(document)] : describeEdits(change.edits, wording)
  const canUndo = document === undefined
  return {
    seq,
    label: change.label,
    by,
    at,
    words,
    edits: change.edits.length,
    refused: refused.length,
    canUndo,
  }
}

function begun({ components, flows }: ThreatModel): string {
  const count = Object.keys(components).length
  return count === 0
    ? 'Begins with nothing in it'
    : `Begins with ${formatCount(count)} components and ${formatCount(Object.keys(flows).length)} data flows`
}

/** The document, and what was added or there at first and is gone since: so that it is told by its name. */
function withFormer(document: ThreatModel, rows: readonly HistoryRow[]): ThreatModel {
  const components = { ...document.components }
  const flows = { ...document.flows }
  for (const { payload } of rows) {
    for (const edit of payload.change.edits) {
      if (edit.type === 'add-component') components[edit.component.id] ??= edit.component
      if (edit.type === 'add-flow') flows[edit.flow.id] ??= edit.flow
    }
    if (!payload.document) continue
    for (const component of Object.values(payload.document.components)) components[component.id] ??= component
    for (const flow of Object.values(payload.document.flows)) flows[flow.id] ??= flow
  }
  return { ...document, components, flows }
}
