import { database, type Queries } from '@/lib/db/database'
import { type RowChange, rowChanges } from '@/lib/db/document-rows'
import type { LoadedModel, ModelHead } from '@/lib/db/load-model'
import { CHAIN_START, entryHash, headSeal } from '@/lib/db/log-chain'
import { type LogPayload, writePayload } from '@/lib/db/log-entries'
import { writeRows } from '@/lib/db/row-tables'
import type { Touched } from '@/lib/model/apply-edit'
import { canonicalJson } from '@/lib/model/canonical'
import type { ThreatModel } from '@/lib/model/threat-model'

/** A change that was applied and is to be written. */
export type NewEntry = { payload: LogPayload; actor: string; at: string }

/** What a save writes: entries for the log, and the document after the last of them. */
export type Save = { entries: readonly NewEntry[]; document: ThreatModel; touched: readonly Touched[] }

/** Milliseconds: a large import is written in one transaction, and others wait for it rather than fail. */
export const patience = { timeout: 60_000, maxWait: 60_000 }

/** Somebody else wrote to this model between its loading and now; nothing was written. */
export class StaleModel extends Error {
  override name = 'StaleModel'
}

/**
 * Writes changes on top of a loaded model: the rows they touched, one log entry a change and the new head, all or
 * nothing. When it returns, everything is durable.
 * @throws StaleModel when the model is no longer the one that was loaded.
 */
export async function saveChanges(loaded: LoadedModel, save: Save): Promise<ModelHead> {
  const { client, documents } = database()
  const rows = rowChanges(loaded.document, save.document, save.touched)
  try {
    const head = await client.$transaction((tx) => writeChanges(tx, loaded.head, save, rows), patience)
    documents.set(head.id, { seq: head.seq, document: save.document })
    return head
  } catch (error) {
    documents.delete(loaded.head.id)
    throw error
  }
}

/**
 * The same inside a transaction of the caller's.
 * @param rows what differs between the document before and after.
 */
export async function writeChanges(
  tx: Queries,
  before: ModelHead,
  save: Save,
  rows: readonly RowChange[],
): Promise<ModelHead> {
  const { log, hash } = chainEntries(before, save.entries)
  const seq = before.seq + log.length
  const { meta, catalogue, components, flows } = save.document
  const next = {
    name: meta.name,
    meta: canonicalJson(meta),
    catalogueHash: catalogue,
    seq,
    hash,
    seal: headSeal(database().logKey, { modelId: before.id, seq, hash }),
    componentCount: Object.keys(components).length,
    flowCount: Object.keys(flows).length,
    updatedAt: new Date(save.entries.at(-1)?.at ?? before.updatedAt),
  }
  const { count } = await tx.savedModel.updateMany({
    where: { id: before.id, workspaceId: before.workspaceId, seq: before.seq, deletedAt: null },
    data: next,
  })
  if (count !== 1) throw new StaleModel()
  await tx.changeLog.createMany({ data: log })
  await writeRows(tx, before.id, rows)
  return { ...before, ...next }
}

function chainEntries(before: Pick<ModelHead, 'id' | 'seq' | 'hash'>, entries: readonly NewEntry[]) {
  const { logKey } = database()
  let hash = before.hash || CHAIN_START
  const log = entries.map(({ payload, actor, at }, index) => {
    const prev = hash
    const entry = {
      modelId: before.id,
      seq: before.seq + index + 1,
      changeId: payload.change.id,
      actor,
      at,
      payload: writePayload(payload),
    }
    hash = entryHash(logKey, prev, entry)
    return { ...entry, prev, hash }
  })
  return { log, hash }
}
