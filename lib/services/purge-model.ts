import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import { inTurn } from '@/lib/db/in-turn'
import * as models from '@/lib/db/models'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { forbidden, modelNotFound } from '@/lib/services/problem'

export const Input = z.strictObject({ id: Id })

/** Empties a deleted model for good, before its time: nothing of what it held stays in the database. */
export async function purgeModel(
  actor: Actor,
  { id }: z.infer<typeof Input>,
  now = () => new Date(),
): Promise<Result<{ id: string }>> {
  if (!can(actor, 'delete-model', actor)) return forbidden('delete a model for good')
  const isDone = await inTurn(id, () => models.purgeModel(actor.workspaceId, id, now()))
  return isDone ? { ok: true, value: { id } } : modelNotFound()
}
