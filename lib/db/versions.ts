import { randomUUID } from 'node:crypto'
import { database } from '@/lib/db/database'
import type { ModelHead } from '@/lib/db/document-cache'
import type { NamedVersion } from '@/lib/db/generated/client'

/** A named version with what it holds, as JSON text. */
export type WholeVersion = NamedVersion
/** A named version without what it holds. */
export type VersionRow = Omit<NamedVersion, 'document' | 'report'>

/** Keeps a state of a model under a name: its document and its report as JSON text, which nothing changes any more. */
export async function insertVersion(
  head: ModelHead,
  of: { name: string; note: string; document: string; report: string; keptBy: string; at: Date },
): Promise<string> {
  const { at, ...rest } = of
  const id = randomUUID()
  const { seq, hash } = head
  await database().client.namedVersion.create({
    data: { ...rest, id, modelId: head.id, seq, hash, createdAt: at },
  })
  return id
}

/** The versions of a model, the newest first. */
export function listVersionRows(modelId: string): Promise<VersionRow[]> {
  return database().client.namedVersion.findMany({
    where: { modelId },
    omit: { document: true, report: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  })
}

export async function countVersions(modelId: string): Promise<number> {
  return database().client.namedVersion.count({ where: { modelId } })
}

export async function findVersion(modelId: string, versionId: string): Promise<NamedVersion | undefined> {
  return (await database().client.namedVersion.findFirst({ where: { id: versionId, modelId } })) ?? undefined
}

/** False when there is none. */
export async function removeVersionRow(modelId: string, versionId: string): Promise<boolean> {
  return (await database().client.namedVersion.deleteMany({ where: { id: versionId, modelId } })).count === 1
}
