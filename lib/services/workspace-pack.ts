import type { Catalogue } from '@/lib/catalogue/catalogue'
import { extendPack } from '@/lib/catalogue/own/extend-pack'
import { lintOwn } from '@/lib/catalogue/own/lint-own'
import { isEmptyOwn, type OwnCatalogue } from '@/lib/catalogue/own/own-catalogue'
import type { Pack } from '@/lib/catalogue/pack'
import { findOwn, type StoredOwn, writeOwnCatalogue } from '@/lib/db/own-catalogues'
import { findCatalogue, keepOwnPack, latestPackHash } from '@/lib/db/packs'

/** What new models of a workspace are pinned to. `stale`: why own entries do not fit the newest catalogue. */
export type WorkspacePack = { hash: string; base: Catalogue; stored?: StoredOwn; stale?: string[] }

/**
 * The pack of a workspace: the newest catalogue, with its own entries when it has any. When the catalogue was updated
 * since they were compiled, they are compiled anew; where they no longer fit, the older pack stays until somebody mends
 * them. Undefined while no catalogue is here.
 */
export async function workspacePack(
  workspaceId: string,
  now = () => new Date(),
): Promise<WorkspacePack | undefined> {
  const baseHash = await latestPackHash()
  const base = baseHash === undefined ? undefined : await findCatalogue(baseHash)
  if (!base) return undefined
  const stored = await findOwn(workspaceId)
  if (!stored) return { hash: base.hash, base }
  if (stored.baseHash === base.hash) return { hash: stored.packHash, base, stored }
  const stale = lintOwn(base.pack, stored.own)
  if (stale.length > 0) return { hash: stored.packHash, base, stored, stale }
  const packHash = await compileOwn(workspaceId, base.pack, stored.own, now().toISOString())
  const next = { ...stored, baseHash: base.hash, packHash }
  // Somebody who compiled it meanwhile got the same.
  await writeOwnCatalogue(workspaceId, stored.version, next)
  return { hash: packHash, base, stored: { ...next, version: stored.version + 1 } }
}

/** Compiles own entries with a catalogue and keeps the pack. Gives its hash. */
export async function compileOwn(
  workspaceId: string,
  base: Pack,
  own: OwnCatalogue,
  now: string,
): Promise<string> {
  if (isEmptyOwn(own)) return base.hash
  const pack = extendPack(base, own, workspaceId)
  await keepOwnPack(pack, workspaceId, now)
  return pack.hash
}
