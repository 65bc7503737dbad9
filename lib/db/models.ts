import { database } from '@/lib/db/database'
import type { ModelHead } from '@/lib/db/document-cache'
import { documentRows, rowCollections } from '@/lib/db/document-rows'
import { CHAIN_START, headSeal } from '@/lib/db/log-chain'
import { removeRows } from '@/lib/db/row-tables'
import { type NewEntry, patience, writeChanges } from '@/lib/db/save-changes'
import { removeFindings } from '@/lib/db/scan-runs'
import { canonicalJson } from '@/lib/model/canonical'
import type { ThreatModel } from '@/lib/model/threat-model'

/** The model's id is taken, in this workspace or in another. */
export class TakenId extends Error {
  override name = 'TakenId'
}

/** A model to be: its document, and the entry that makes it. */
export type NewModel = { id: string; workspaceId: string; document: ThreatModel; entry: NewEntry }

/**
 * Writes a new model with its first log entry, whole or not at all.
 * @throws TakenId when there is a model with this id.
 */
export async function insertModel({ id, workspaceId, document, entry }: NewModel): Promise<ModelHead> {
  const { client, documents, logKey } = database()
  const rows = documentRows(document)
  const changes = rowCollections.flatMap((collection) =>
    rows[collection].map((row) => ({ collection, ...row })),
  )
  const head = await client.$transaction(async (tx) => {
    if (await tx.savedModel.findUnique({ where: { id } })) throw new TakenId()
    const unwritten = await tx.savedModel.create({
      data: {
        id,
        workspaceId,
        name: document.meta.name,
        meta: canonicalJson(document.meta),
        catalogueHash: document.catalogue,
        seq: 0,
        hash: CHAIN_START,
        seal: headSeal(logKey, { modelId: id, seq: 0, hash: CHAIN_START }),
        componentCount: 0,
        flowCount: 0,
        createdAt: new Date(entry.at),
        updatedAt: new Date(entry.at),
      },
    })
    const save = { entries: [entry], document, touched: [] }
    const counts = {
      componentCount: Object.keys(document.components).length,
      flowCount: Object.keys(document.flows).length,
    }
    return writeChanges(tx, { before: unwritten, save, rows: changes, counts })
  }, patience)
  documents.set({ head, document })
  return head
}

/** The models of a workspace but those in the bin, the one changed last first. */
export function listHeads(workspaceId: string): Promise<ModelHead[]> {
  return database().client.savedModel.findMany({
    where: { workspaceId, deletedAt: null },
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
  })
}

/** The same, only what a choice among them needs. */
export function listNames(workspaceId: string): Promise<{ id: string; name: string }[]> {
  return database().client.savedModel.findMany({
    where: { workspaceId, deletedAt: null },
    select: { id: true, name: true },
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
  })
}

/** Every model of the database that is not emptied, of every workspace. */
export function listEveryHead(): Promise<{ id: string; name: string; workspaceId: string }[]> {
  return database().client.savedModel.findMany({
    where: { purgedAt: null },
    select: { id: true, name: true, workspaceId: true },
    orderBy: { id: 'asc' },
  })
}

/** The models of a workspace that lie in the bin, whole, the one deleted last first. */
export function listBinned(workspaceId: string): Promise<ModelHead[]> {
  return database().client.savedModel.findMany({
    where: { workspaceId, deletedAt: { not: null }, purgedAt: null },
    orderBy: [{ deletedAt: 'desc' }, { id: 'asc' }],
  })
}

/** Puts a model into the bin. False when there is none. */
export async function binModel(
  workspaceId: string,
  modelId: string,
  of: { at: Date; by: string },
): Promise<boolean> {
  const { count } = await database().client.savedModel.updateMany({
    where: { id: modelId, workspaceId, deletedAt: null },
    data: { deletedAt: of.at, deletedBy: of.by },
  })
  return count === 1
}

/** Takes a model out of the bin, as it was. False when it does not lie there. */
export async function unbinModel(workspaceId: string, modelId: string): Promise<boolean> {
  const { count } = await database().client.savedModel.updateMany({
    where: { id: modelId, workspaceId, deletedAt: { not: null }, purgedAt: null },
    data: { deletedAt: null, deletedBy: null },
  })
  return count === 1
}

/** Puts a model aside or brings it back. False when there is none. */
export async function setArchived(workspaceId: string, modelId: string, at: Date | null): Promise<boolean> {
  const { count } = await database().client.savedModel.updateMany({
    where: { id: modelId, workspaceId, deletedAt: null },
    data: { archivedAt: at },
  })
  return count === 1
}

/** Puts a model into another workspace, with all that belongs to it. False when there is none. */
export async function setWorkspace(workspaceId: string, modelId: string, to: string): Promise<boolean> {
  const { count } = await database().client.savedModel.updateMany({
    where: { id: modelId, workspaceId, deletedAt: null },
    data: { workspaceId: to },
  })
  return count === 1
}

/** Ids of models that have lain in a bin since before this moment. */
export async function listOverdue(before: Date): Promise<{ id: string; workspaceId: string }[]> {
  return database().client.savedModel.findMany({
    where: { deletedAt: { lt: before }, purgedAt: null },
    select: { id: true, workspaceId: true },
    take: 20,
  })
}

/**
 * Empties a model out of the bin for good: its rows, its versions, and its log, which holds all that the rows held. The
 * head stays, without its content: it says that there was a model, under which name, and when it went.
 */
export async function purgeModel(workspaceId: string, modelId: string, at: Date): Promise<boolean> {
  const { client, documents } = database()
  const isDone = await client.$transaction(async (tx) => {
    const { count } = await tx.savedModel.updateMany({
      where: { id: modelId, workspaceId, deletedAt: { not: null }, purgedAt: null },
      data: { purgedAt: at, meta: '{}', componentCount: 0, flowCount: 0 },
    })
    if (count === 0) return false
    await removeRows(tx, modelId)
    await tx.changeLog.deleteMany({ where: { modelId } })
    await tx.verdictCache.deleteMany({ where: { modelId } })
    await tx.namedVersion.deleteMany({ where: { modelId } })
    await removeFindings(tx, modelId)
    return true
  }, patience)
  documents.delete(modelId)
  return isDone
}
