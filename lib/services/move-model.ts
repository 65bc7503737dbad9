import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import { database } from '@/lib/db/database'
import { inTurn } from '@/lib/db/in-turn'
import { findHead } from '@/lib/db/load-model'
import { listMemberships } from '@/lib/db/memberships'
import { setWorkspace } from '@/lib/db/models'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { forbidden, modelNotFound, problem } from '@/lib/services/problem'

export const Input = z.strictObject({ id: Id, toWorkspaceId: Id })

/** Moves a model into another workspace where the actor may make models; its history goes along. */
export async function moveModel(
  actor: Actor,
  { id, toWorkspaceId }: z.infer<typeof Input>,
): Promise<Result<{ id: string }>> {
  const head = await findHead(database().client, actor.workspaceId, id)
  if (!head) return modelNotFound()
  if (!can(actor, 'move-model', head)) return forbidden('move a model')
  const places = await listMemberships(actor.userId)
  const place = places.find(({ workspaceId }) => workspaceId === toWorkspaceId)
  if (!place) return problem('not-found', 'You do not belong to the workspace to move it to.')
  if (!can({ ...actor, ...place }, 'create-model', place))
    return forbidden('make models in the other workspace')
  const isDone = await inTurn(id, () => setWorkspace(actor.workspaceId, id, toWorkspaceId))
  return isDone ? { ok: true, value: { id } } : modelNotFound()
}
