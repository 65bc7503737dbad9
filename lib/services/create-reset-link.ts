import { normaliseUserName, UserName } from '@/lib/auth/credentials'
import { createLink, withdrawLinks } from '@/lib/db/links'
import { findUserId } from '@/lib/db/members'
import type { Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { problem } from '@/lib/services/problem'

export const Input = z.strictObject({ name: UserName })

const HOUR = 60 * 60_000

/**
 * Makes a one-time link by which somebody chooses a new password; an earlier one of theirs is withdrawn. For whoever may
 * run commands on the server's own machine: there is no actor.
 * @returns the path and query to put behind the server's origin.
 */
export async function createResetLink(
  { name }: z.infer<typeof Input>,
  now = () => new Date(),
): Promise<Result<string>> {
  const userId = await findUserId(normaliseUserName(name))
  if (userId === undefined) return problem('not-found', `There is nobody here with the name "${name}".`)
  await withdrawLinks('reset', userId)
  const token = await createLink({ purpose: 'reset', userId, now: now(), lifetimeMs: HOUR })
  return { ok: true, value: `/reset?token=${token}` }
}
