import { database, type Queries } from '@/lib/db/database'
import type { LoadedModel, ModelHead } from '@/lib/db/document-cache'
import { documentOf } from '@/lib/db/document-rows'
import { readRows } from '@/lib/db/row-tables'
import type { Meta } from '@/lib/model/threat-model'

/** The head of a model of this workspace; undefined when there is none, when it is another's or when it was deleted. */
export async function findHead(
  queries: Queries,
  workspaceId: string,
  modelId: string,
): Promise<ModelHead | undefined> {
  const head = await queries.savedModel.findFirst({ where: { id: modelId, workspaceId, deletedAt: null } })
  return head ?? undefined
}

/** The same for a model in the bin, which is still whole. */
async function findBinned(queries: Queries, workspaceId: string, modelId: string) {
  const where = { id: modelId, workspaceId, purgedAt: null }
  return (await queries.savedModel.findFirst({ where })) ?? undefined
}

/** A model of this workspace as it stands: from memory when nothing was written since, else from its rows. */
export async function loadModel(workspaceId: string, modelId: string): Promise<LoadedModel | undefined> {
  const { client, documents } = database()
  const head = await findHead(client, workspaceId, modelId)
  if (!head) return undefined
  const cached = documents.get(modelId, head.seq)
  if (cached) return { head, document: cached }
  const loaded = await client.$transaction((tx) => readModel(tx, workspaceId, modelId))
  if (loaded) documents.set(loaded)
  return loaded
}

/**
 * A model of this workspace as this process knew it last, without asking the database: to write on top of, because
 * `saveChanges` finds out when it has changed since.
 */
export function lastKnown(workspaceId: string, modelId: string): LoadedModel | undefined {
  const last = database().documents.last(modelId)
  return last?.head.workspaceId === workspaceId ? last : undefined
}

/** Reads a model from its rows. In a transaction head and rows are of one moment. */
export async function readModel(
  queries: Queries,
  workspaceId: string,
  modelId: string,
  { inBin = false }: { inBin?: boolean } = {},
): Promise<LoadedModel | undefined> {
  const head = await (inBin ? findBinned : findHead)(queries, workspaceId, modelId)
  if (!head) return undefined
  const meta = JSON.parse(head.meta) as Meta
  return {
    head,
    document: documentOf({ meta, catalogue: head.catalogueHash }, await readRows(queries, modelId)),
  }
}
