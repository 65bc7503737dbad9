import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import { withdrawInvitation } from '@/lib/db/invitations'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { forbidden, problem } from '@/lib/services/problem'

export const Input = z.strictObject({ invitationId: Id })

/** Takes back an invitation that nobody has used yet. */
export async function revokeInvitation(
  actor: Actor,
  { invitationId }: z.infer<typeof Input>,
  now = () => new Date(),
): Promise<Result<null>> {
  if (!can(actor, 'invite', actor)) return forbidden('take an invitation back')
  return (await withdrawInvitation(actor.workspaceId, invitationId, now()))
    ? { ok: true, value: null }
    : problem('not-found', 'There is no such invitation that could still be used. Reload the page.')
}
