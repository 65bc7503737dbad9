import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import { removeMembership } from '@/lib/db/memberships'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { forbidden, lastOwner, memberNotFound } from '@/lib/services/problem'

export const Input = z.strictObject({ userId: Id })

/** Takes somebody out of the actor's workspace, or lets the actor leave it. What they made stays, under their name. */
export async function removeMember(actor: Actor, { userId }: z.infer<typeof Input>): Promise<Result<null>> {
  const isLeaving = userId === actor.userId
  if (!isLeaving && !can(actor, 'manage-members', actor)) return forbidden('remove people')
  const outcome = await removeMembership(actor.workspaceId, userId)
  if (outcome === 'missing') return memberNotFound()
  return outcome === 'last-owner'
    ? lastOwner(isLeaving ? 'leave' : 'remove this one')
    : { ok: true, value: null }
}
