import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import { insertInvitation } from '@/lib/db/invitations'
import { type Result, Role } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { forbidden } from '@/lib/services/problem'

const DAY = 24 * 60 * 60_000

/** `note`: for whom the link is, so that an owner knows it again. */
export const Input = z.strictObject({
  role: Role,
  note: z.string().trim().max(100, 'This has at most 100 characters.'),
  days: z.int().min(1).max(30),
})

/**
 * Makes a link by which one person joins the actor's workspace. It is shown once: the server keeps only its hash.
 * @returns the path and query to put behind the server's origin.
 */
export async function inviteMember(
  actor: Actor,
  { role, note, days }: z.infer<typeof Input>,
  now = () => new Date(),
): Promise<Result<{ path: string }>> {
  if (!can(actor, 'invite', actor)) return forbidden('invite people')
  const { workspaceId, name } = actor
  const token = await insertInvitation({
    workspaceId,
    role,
    note,
    invitedBy: name,
    now: now(),
    lifetimeMs: days * DAY,
  })
  return { ok: true, value: { path: `/join?token=${token}` } }
}
