import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import { database } from '@/lib/db/database'
import { inTurn } from '@/lib/db/in-turn'
import { findHead } from '@/lib/db/load-model'
import { archiveModel } from '@/lib/db/models'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { forbidden, modelNotFound } from '@/lib/services/problem'

export const Input = z.strictObject({ modelId: Id })

/** Deletes a model for everybody. Its log is kept for whoever audits the workspace. */
export async function deleteModel(
  actor: Actor,
  { modelId }: z.infer<typeof Input>,
  now = () => new Date(),
): Promise<Result<{ modelId: string }>> {
  const head = await findHead(database().client, actor.workspaceId, modelId)
  if (!head) return modelNotFound()
  if (!can(actor, 'delete-model', head)) return forbidden('delete a model')
  const isDone = await inTurn(modelId, () => archiveModel(actor.workspaceId, modelId, now().toISOString()))
  return isDone ? { ok: true, value: { modelId } } : modelNotFound()
}
