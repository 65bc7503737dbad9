import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import { loadModel } from '@/lib/db/load-model'
import { Id } from '@/lib/model/id'
import type { ModelAnswer, Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { modelNotFound } from '@/lib/services/problem'

export const Input = z.strictObject({ id: Id })

/** A model as it stands, with the role in which the actor sees it. */
export async function getModel(actor: Actor, { id }: z.infer<typeof Input>): Promise<Result<ModelAnswer>> {
  const loaded = await loadModel(actor.workspaceId, id)
  if (!loaded || !can(actor, 'read-model', loaded.head)) return modelNotFound()
  const { head, document } = loaded
  return { ok: true, value: { id: head.id, seq: head.seq, role: actor.role, document } }
}
