import type { Actor } from '@/lib/auth/actor'
import { findCatalogue } from '@/lib/db/packs'
import type { Result } from '@/lib/model/protocol'
import { compareModels, type ModelDifference } from '@/lib/services/compare-models'
import { getCatalogue } from '@/lib/services/get-catalogue'

/** Models that are pinned to another catalogue than the workspace's newest, and what moving them would change. */
export type CatalogueUpdates = {
  hash: string
  version: string
  models: ModelDifference[]
  stale: readonly string[]
}

/** What a newer catalogue would change, before it is applied. Looking changes nothing. */
export async function listUpdates(actor: Actor): Promise<Result<CatalogueUpdates>> {
  const result = await getCatalogue(actor)
  if (!result.ok) return result
  const { catalogue, stale } = result.value
  const models = await compareModels(
    actor,
    (head) => (head.catalogueHash === catalogue.hash ? undefined : findCatalogue(head.catalogueHash)),
    catalogue,
  )
  return { ok: true, value: { hash: catalogue.hash, version: catalogue.pack.about.version, models, stale } }
}
