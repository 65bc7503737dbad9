import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import { database } from '@/lib/db/database'
import { inTurn } from '@/lib/db/in-turn'
import { findHead } from '@/lib/db/load-model'
import { binModel } from '@/lib/db/models'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { forbidden, modelNotFound } from '@/lib/services/problem'

export const Input = z.strictObject({ id: Id })

/** Deletes a model for everybody. It lies in the bin, whole, for `BIN_DAYS` days; then it goes with its history. */
export async function deleteModel(
  actor: Actor,
  { id }: z.infer<typeof Input>,
  now = () => new Date(),
): Promise<Result<{ id: string }>> {
  const head = await findHead(database().client, actor.workspaceId, id)
  if (!head) return modelNotFound()
  if (!can(actor, 'delete-model', head)) return forbidden('delete a model')
  const isDone = await inTurn(id, () => binModel(actor.workspaceId, id, { at: now(), by: actor.name }))
  return isDone ? { ok: true, value: { id } } : modelNotFound()
}
