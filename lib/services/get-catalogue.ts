import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import { findCatalogue, latestPackHash } from '@/lib/db/packs'
import type { Result } from '@/lib/model/protocol'
import { forbidden, problem } from '@/lib/services/problem'

/** The catalogue that new models of the actor's workspace are pinned to. */
export async function getCatalogue(actor: Actor): Promise<Result<Catalogue>> {
  if (!can(actor, 'read-catalogue', actor)) return forbidden('read the catalogue')
  const hash = await latestPackHash()
  const catalogue = hash === undefined ? undefined : await findCatalogue(hash)
  return catalogue
    ? { ok: true, value: catalogue }
    : problem('conflict', 'There is no catalogue on this server yet. Start it with npm start.')
}
