import { type Batches, createBatches } from '@/lib/db/batches'
import { database, type Queries } from '@/lib/db/database'
import type { LoadedModel, ModelHead } from '@/lib/db/document-cache'
import { type RowChange, rowChanges } from '@/lib/db/document-rows'
import type { Prisma, PrismaClient } from '@/lib/db/generated/client'
import { CHAIN_START, entryHash, headSeal } from '@/lib/db/log-chain'
import { type LogPayload, writePayload, writePayloadGently } from '@/lib/db/log-entries'
import { type ModelRowChange, writeRows } from '@/lib/db/row-tables'
import type { Touched } from '@/lib/model/apply-edit'
import { canonicalJson } from '@/lib/model/canonical'
import type { ThreatModel } from '@/lib/model/threat-model'

/** A change that was applied and is to be written. */
export type NewEntry = {
  payload: LogPayload
  /** The payload as it is stored, where it was written down before. */
  text?: string
  actor: string
  at: string
}

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
 * nothing. When it returns, everything is durable. Saves of different models that wait at the same time are committed
 * together, so that the disk is waited for once.
 * @throws StaleModel when the model is no longer the one that was loaded.
 */
export async function saveChanges(
  loaded: LoadedModel,
  { entries: made, ...given }: Save,
): Promise<ModelHead> {
  const { client, documents } = database()
  const rows = await rowChanges(loaded.document, given.document, given.touched)
  const entries: NewEntry[] = []
  for (const entry of made) entries.push({ ...entry, text: await writePayloadGently(entry.payload) })
  const save = { ...given, entries }
  try {
    const head = await batchesOf(client).add({
      before: loaded.head,
      save,
      rows,
      counts: countsAfter(loaded, save),
    })
    documents.set({ head, document: save.document })
    return head
  } catch (error) {
    documents.delete(loaded.head.id)
    throw error
  }
}

type Counts = Pick<ModelHead, 'componentCount' | 'flowCount'>

/** A save with the rows in which it differs from what is stored, and how many elements it leaves. */
type Write = { before: ModelHead; save: Save; rows: readonly RowChange[]; counts: Counts }

/** Counted only where something came or went: most edits leave the records of elements as they are. */
function countsAfter({ head, document }: LoadedModel, { document: after }: Save): Counts {
  const { components, flows } = after
  const counts = { componentCount: head.componentCount, flowCount: head.flowCount }
  if (components !== document.components) counts.componentCount = Object.keys(components).length
  if (flows !== document.flows) counts.flowCount = Object.keys(flows).length
  return counts
}

type Outcome = PromiseSettledResult<ModelHead>

const MAX_TOGETHER = 50

const known = new WeakMap<PrismaClient, Batches<Write, ModelHead>>()

function batchesOf(client: PrismaClient): Batches<Write, ModelHead> {
  let batches = known.get(client)
  if (!batches) {
    batches = createBatches((writes) => writeTogether(client, writes), MAX_TOGETHER)
    known.set(client, batches)
  }
  return batches
}

async function writeTogether(client: PrismaClient, writes: readonly Write[]): Promise<Outcome[]> {
  try {
    return await client.$transaction((tx) => writeAll(tx, writes), patience)
  } catch (reason) {
    if (writes.length === 1) return [{ status: 'rejected', reason }]
    // One that cannot be written took the others back with it: each once more, by itself.
    const outcomes: Outcome[] = []
    for (const write of writes) outcomes.push(...(await writeTogether(client, [write])))
    return outcomes
  }
}

/** Writes a save inside a transaction of the caller's. */
export async function writeChanges(tx: Queries, write: Write): Promise<ModelHead> {
  const [outcome] = await writeAll(tx, [write])
  if (outcome?.status !== 'fulfilled') throw outcome?.reason
  return outcome.value
}

/**
 * Writes saves inside one transaction. A model that somebody else wrote to is left as it is, and its
 * outcome is a StaleModel; every other error is to undo all of them.
 */
async function writeAll(tx: Queries, writes: readonly Write[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  const log: LogRow[] = []
  const rows: ModelRowChange[] = []
  for (const { before, save, rows: own, counts } of writes) {
    const { entries, data } = headAfter(before, save, counts)
    const { id, workspaceId, seq } = before
    // Put aside, deleted or moved meanwhile is as good as written to.
    const where = { id, workspaceId, seq, deletedAt: null, archivedAt: null }
    const { count } = await tx.savedModel.updateMany({ where, data })
    if (count !== 1) {
      outcomes.push({ status: 'rejected', reason: new StaleModel() })
      continue
    }
    outcomes.push({ status: 'fulfilled', value: { ...before, ...data } })
    for (const entry of entries) log.push(entry)
    for (const row of own) rows.push({ ...row, modelId: before.id })
  }
  if (log.length > 0) await tx.changeLog.createMany({ data: log })
  await writeRows(tx, rows)
  return outcomes
}

/** The log entries of a save, and what they make of the head. */
function headAfter(before: ModelHead, save: Save, counts: Counts) {
  const { entries, hash } = chainEntries(before, save.entries)
  const seq = before.seq + entries.length
  const { meta, catalogue } = save.document
  const data = {
    name: meta.name,
    meta: canonicalJson(meta),
    catalogueHash: catalogue,
    seq,
    hash,
    seal: headSeal(database().logKey, { modelId: before.id, seq, hash }),
    ...counts,
    updatedAt: new Date(save.entries.at(-1)?.at ?? before.updatedAt),
  }
  return { entries, data }
}

type LogRow = Prisma.ChangeLogCreateManyInput

function chainEntries(before: Pick<ModelHead, 'id' | 'seq' | 'hash'>, added: readonly NewEntry[]) {
  const { logKey } = database()
  let hash = before.hash || CHAIN_START
  const entries = added.map(({ payload, text, actor, at }, index) => {
    const prev = hash
    const entry = {
      modelId: before.id,
      seq: before.seq + index + 1,
      changeId: payload.change.id,
      actor,
      at,
      payload: text ?? writePayload(payload),
    }
    hash = entryHash(logKey, prev, entry)
    return { ...entry, prev, hash }
  })
  return { entries, hash }
}
