import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import { handOverOwnership } from '@/lib/db/memberships'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { forbidden, memberNotFound, problem } from '@/lib/services/problem'

export const Input = z.strictObject({ userId: Id })

/** Makes another member the owner in the actor's place; the actor stays as an editor. */
export async function handOver(actor: Actor, { userId }: z.infer<typeof Input>): Promise<Result<null>> {
  if (!can(actor, 'manage-members', actor)) return forbidden('hand a workspace over')
  if (userId === actor.userId)
    return problem('invalid', 'You own this workspace already. Choose somebody else.')
  const outcome = await handOverOwnership(actor.workspaceId, actor.userId, userId)
  return outcome === 'missing' ? memberNotFound() : { ok: true, value: null }
}
