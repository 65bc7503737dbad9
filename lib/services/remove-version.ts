import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import { database } from '@/lib/db/database'
import { findHead } from '@/lib/db/load-model'
import { removeVersionRow } from '@/lib/db/versions'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { forbidden, modelNotFound, problem } from '@/lib/services/problem'

export const Input = z.strictObject({ id: Id, versionId: Id })

/** Removes a named version for good. The history of the model is not touched. */
export async function removeVersion(
  actor: Actor,
  { id, versionId }: z.infer<typeof Input>,
): Promise<Result<null>> {
  const head = await findHead(database().client, actor.workspaceId, id)
  if (!head) return modelNotFound()
  if (!can(actor, 'remove-version', head)) return forbidden('remove versions')
  return (await removeVersionRow(id, versionId))
    ? { ok: true, value: null }
    : problem('not-found', 'There is no such version of this model. It may have been removed.')
}
