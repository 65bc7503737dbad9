import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import { database } from '@/lib/db/database'
import { inTurn } from '@/lib/db/in-turn'
import { findHead } from '@/lib/db/load-model'
import { setArchived } from '@/lib/db/models'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { forbidden, modelNotFound } from '@/lib/services/problem'

export const Input = z.strictObject({ id: Id, isArchived: z.boolean() })

/** Puts a model aside, so that it can be read and no longer changed, or brings it back. */
export async function archiveModel(
  actor: Actor,
  { id, isArchived }: z.infer<typeof Input>,
  now = () => new Date(),
): Promise<Result<{ id: string }>> {
  const head = await findHead(database().client, actor.workspaceId, id)
  if (!head) return modelNotFound()
  if (!can(actor, 'archive-model', head))
    return forbidden(isArchived ? 'archive a model' : 'bring a model back')
  const isDone = await inTurn(id, () => setArchived(actor.workspaceId, id, isArchived ? now() : null))
  return isDone ? { ok: true, value: { id } } : modelNotFound()
}
