import type { OwnCatalogue } from '@/lib/catalogue/own/own-catalogue'
import { database } from '@/lib/db/database'
import { canonicalJson } from '@/lib/model/canonical'

/** A workspace's own entries, the pack that they were compiled to, and on top of which catalogue. */
export type StoredOwn = {
  own: OwnCatalogue
  version: number
  baseHash: string
  packHash: string
  updatedAt: string
  updatedBy: string
}

/** The own entries of a workspace; undefined when it never had any. */
export async function findOwn(workspaceId: string): Promise<StoredOwn | undefined> {
  const row = await database().client.workspaceCatalogue.findUnique({ where: { workspaceId } })
  if (!row) return undefined
  const { body, version, baseHash, packHash, updatedAt, updatedBy } = row
  return {
    own: JSON.parse(body) as OwnCatalogue,
    version,
    baseHash,
    packHash,
    updatedAt: updatedAt.toISOString(),
    updatedBy,
  }
}

/** Writes own entries in place of the version given (0: there were none). False when somebody was faster. */
export async function writeOwnCatalogue(
  workspaceId: string,
  version: number,
  next: Omit<StoredOwn, 'version'>,
): Promise<boolean> {
  const { own, baseHash, packHash, updatedAt, updatedBy } = next
  const data = {
    body: canonicalJson(own),
    version: version + 1,
    baseHash,
    packHash,
    updatedAt: new Date(updatedAt),
    updatedBy,
  }
  const { client } = database()
  return client.$transaction(async (tx) => {
    if (version > 0) {
      const { count } = await tx.workspaceCatalogue.updateMany({ where: { workspaceId, version }, data })
      return count === 1
    }
    if ((await tx.workspaceCatalogue.count({ where: { workspaceId } })) > 0) return false
    await tx.workspaceCatalogue.create({ data: { workspaceId, ...data } })
    return true
  })
}
