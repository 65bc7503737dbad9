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

/** A pack's canonical JSON text, as it is served; undefined when it is not here. */
export async function findPackBody(hash: string): Promise<string | undefined> {
  return (await database().client.cataloguePack.findUnique({ where: { hash } }))?.body
}

/** True when the pack is here. */
export async function hasPack(hash: string): Promise<boolean> {
  return (await database().client.cataloguePack.count({ where: { hash } })) > 0
}

/** The hash of the pack that new models are pinned to: the one seeded last. */
export async function latestPackHash(): Promise<string | undefined> {
  const latest = await database().client.cataloguePack.findFirst({
    select: { hash: true },
    orderBy: [{ seededAt: 'desc' }, { hash: 'asc' }],
  })
  return latest?.hash
}

// A pack never changes under its hash, and opening one takes longer than most requests.
const opened = new Map<string, Catalogue>()
const MAX_OPENED = 8

/** A pack with its look-ups; undefined when it is not here. */
export async function findCatalogue(hash: string): Promise<Catalogue | undefined> {
  const known = opened.get(hash)
  if (known) return known
  const body = await findPackBody(hash)
  if (body === undefined) return undefined
  const catalogue = openCatalogue(JSON.parse(body) as Pack)
  const [oldest] = opened.keys()
  if (opened.size >= MAX_OPENED && oldest !== undefined) opened.delete(oldest)
  opened.set(hash, catalogue)
  return catalogue
}
