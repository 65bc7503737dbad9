import { database } from '@/lib/db/database'
import { documentRows, rowCollections } from '@/lib/db/document-rows'
import type { ModelHead } from '@/lib/db/load-model'
import { CHAIN_START, headSeal } from '@/lib/db/log-chain'
import { removeRows } from '@/lib/db/row-tables'
import { type NewEntry, patience, writeChanges } from '@/lib/db/save-changes'
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
    rows[collection].map(({ key, body }) => ({ collection, key, body, isNew: true })),
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
    return writeChanges(tx, unwritten, { entries: [entry], document, touched: [] }, changes)
  }, patience)
  documents.set(id, { seq: head.seq, document })
  return head
}

/** The models of a workspace, the one changed last first. */
export function listHeads(workspaceId: string): Promise<ModelHead[]> {
  return database().client.savedModel.findMany({
    where: { workspaceId, deletedAt: null },
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
  })
}

/**
 * Deletes a model with its rows and its log, which holds all that the rows held. The head stays, without its content:
 * it says that there was a model, under which name, and when it went. False when there is none.
 */
export async function archiveModel(workspaceId: string, modelId: string, at: string): Promise<boolean> {
  const { client, documents } = database()
  const isDone = await client.$transaction(async (tx) => {
    const { count } = await tx.savedModel.updateMany({
      where: { id: modelId, workspaceId, deletedAt: null },
      data: { deletedAt: new Date(at), purgedAt: new Date(at), meta: '{}', componentCount: 0, flowCount: 0 },
    })
    if (count === 0) return false
    await removeRows(tx, modelId)
    await tx.changeLog.deleteMany({ where: { modelId } })
    await tx.verdictCache.deleteMany({ where: { modelId } })
    return true
  }, patience)
  documents.delete(modelId)
  return isDone
}
