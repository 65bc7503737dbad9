import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import { listBinned } from '@/lib/db/models'
import type { Result } from '@/lib/model/protocol'
import { goesAt } from '@/lib/services/bin'
import { forbidden } from '@/lib/services/problem'

/** `goesAt`: when it can no longer be taken back. */
export type BinnedModel = { id: string; name: string; deletedAt: string; deletedBy: string; goesAt: string }

/** The deleted models of the actor's workspace that can still be taken back. */
export async function listBin(actor: Actor): Promise<Result<BinnedModel[]>> {
  if (!can(actor, 'delete-model', actor)) return forbidden('see deleted models')
  const binned = await listBinned(actor.workspaceId)
  return {
    ok: true,
    value: binned.flatMap(({ id, name, deletedAt, deletedBy }) =>
      deletedAt
        ? [
            {
              id,
              name,
              deletedAt: deletedAt.toISOString(),
              deletedBy: deletedBy ?? '',
              goesAt: goesAt(deletedAt).toISOString(),
            },
          ]
        : [],
    ),
  }
}
