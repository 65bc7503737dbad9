import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import { inTurn } from '@/lib/db/in-turn'
import { unbinModel } from '@/lib/db/models'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { forbidden, modelNotFound } from '@/lib/services/problem'

export const Input = z.strictObject({ id: Id })

/** Takes a deleted model back, with its history, as it was. */
export async function restoreModel(
  actor: Actor,
  { id }: z.infer<typeof Input>,
): Promise<Result<{ id: string }>> {
  if (!can(actor, 'delete-model', actor)) return forbidden('take a deleted model back')
  const isDone = await inTurn(id, () => unbinModel(actor.workspaceId, id))
  return isDone ? { ok: true, value: { id } } : modelNotFound()
}
