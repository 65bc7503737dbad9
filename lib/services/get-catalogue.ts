import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import { emptyOwnCatalogue, type OwnCatalogue } from '@/lib/catalogue/own/own-catalogue'
import { findCatalogue } from '@/lib/db/packs'
import type { Result } from '@/lib/model/protocol'
import { forbidden, problem } from '@/lib/services/problem'
import { workspacePack } from '@/lib/services/workspace-pack'

/** The catalogue of a workspace: what its new models are pinned to, and what of it is its own. */
export type WorkspaceCatalogue = {
  catalogue: Catalogue
  /** The catalogue without own entries, switched-off ones included. */
  base: Catalogue
  own: OwnCatalogue
  /** Counts the saves of own entries. */
  version: number
  canEdit: boolean
  /** Why own entries do not fit the newest catalogue; models stay with the older one until that is mended. */
  stale: readonly string[]
}

/** The catalogue that new models of the actor's workspace are pinned to. */
export async function getCatalogue(actor: Actor): Promise<Result<WorkspaceCatalogue>> {
  if (!can(actor, 'read-catalogue', actor)) return forbidden('read the catalogue')
  const pack = await workspacePack(actor.workspaceId)
  const catalogue = pack && (await findCatalogue(pack.hash))
  if (!catalogue)
    return problem('conflict', 'There is no catalogue on this server yet. Start it with npm start.')
  return {
    ok: true,
    value: {
      catalogue,
      base: pack.base,
      own: pack.stored?.own ?? emptyOwnCatalogue,
      version: pack.stored?.version ?? 0,
      canEdit: can(actor, 'edit-catalogue', actor),
      stale: pack.stale ?? [],
    },
  }
}
