import { type Catalogue, openCatalogue } from '@/lib/catalogue/catalogue'
import type { Pack } from '@/lib/catalogue/pack'
import { database } from '@/lib/db/database'
import { canonicalJson } from '@/lib/model/canonical'

/** Keeps a pack under its hash and makes it the one that new models are pinned to. */
export async function keepPack(pack: Pack, now: string): Promise<void> {
  await database().client.cataloguePack.upsert({
    where: { hash: pack.hash },
    create: { hash: pack.hash, body: canonicalJson(pack), seededAt: new Date(now) },
    update: { seededAt: new Date(now) },
  })
}

/** Keeps a pack that holds own entries of a workspace. */
export async function keepOwnPack(pack: Pack, workspaceId: string, now: string): Promise<void> {
  await database().client.cataloguePack.upsert({
    where: { hash: pack.hash },
    create: { hash: pack.hash, body: canonicalJson(pack), seededAt: new Date(now), workspaceId },
    update: {},
  })
}

/** A pack's canonical JSON text, as it is served, and whose it is; undefined when it is not here. */
export async function findPackBody(
  hash: string,
): Promise<{ body: string; workspaceId: string | null } | undefined> {
  const found = await database().client.cataloguePack.findUnique({
    where: { hash },
    select: { body: true, workspaceId: true },
  })
  return found ?? undefined
}

/** True when the pack is here, and everybody's or this workspace's own. */
export async function hasPack(hash: string, workspaceId: string): Promise<boolean> {
  const count = await database().client.cataloguePack.count({
    where: { hash, OR: [{ workspaceId: null }, { workspaceId }] },
  })
  return count > 0
}

/** The hash of the catalogue that was seeded last, without anybody's own entries. */
export async function latestPackHash(): Promise<string | undefined> {
  const latest = await database().client.cataloguePack.findFirst({
    where: { workspaceId: null },
    select: { hash: true },
    orderBy: [{ seededAt: 'desc' }, { hash: 'asc' }],
  })
  return latest?.hash
}

// A pack never changes under its hash, and opening one takes longer than most requests.
const opened = new Map<string, Catalogue>()
const MAX_OPENED = 8

/** A pack with its look-ups, of which the caller knows that it may be read; undefined when it is not here. */
export async function findCatalogue(hash: string): Promise<Catalogue | undefined> {
  const known = opened.get(hash)
  if (known) return known
  const found = await findPackBody(hash)
  if (found === undefined) return undefined
  const catalogue = openCatalogue(JSON.parse(found.body) as Pack)
  const [oldest] = opened.keys()
  if (opened.size >= MAX_OPENED && oldest !== undefined) opened.delete(oldest)
  opened.set(hash, catalogue)
  return catalogue
}
