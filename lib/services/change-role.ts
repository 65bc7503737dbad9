import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import { setRole } from '@/lib/db/memberships'
import { Id } from '@/lib/model/id'
import { type Result, Role } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { forbidden, lastOwner, memberNotFound } from '@/lib/services/problem'

export const Input = z.strictObject({ userId: Id, role: Role })

/** Gives a member of the actor's workspace another role. */
export async function changeRole(
  actor: Actor,
  { userId, role }: z.infer<typeof Input>,
): Promise<Result<null>> {
  if (!can(actor, 'manage-members', actor)) return forbidden('change roles')
  const outcome = await setRole(actor.workspaceId, userId, role)
  if (outcome === 'missing') return memberNotFound()
  return outcome === 'last-owner' ? lastOwner('change this role') : { ok: true, value: null }
}
