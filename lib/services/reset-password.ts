import { LinkToken, NewPassword } from '@/lib/auth/credentials'
import { database } from '@/lib/db/database'
import { findLink, spendLink } from '@/lib/db/links'
import { replacePassword } from '@/lib/db/members'
import type { Problem, Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { auth } from '@/lib/services/auth'
import { problem } from '@/lib/services/problem'

export const Input = z.strictObject({ token: LinkToken, password: NewPassword })

/** True while the link can be used; asking does not use it up. */
export async function canReset(token: string, now = () => new Date()): Promise<boolean> {
  return (await findLink(database().client, 'reset', token, now())) !== undefined
}

/** Puts a new password in place by a one-time link, and signs the person out everywhere. */
export async function resetPassword(
  _headers: Headers,
  { token, password }: z.infer<typeof Input>,
  now = () => new Date(),
): Promise<Result<null>> {
  // The slow hash comes first: nothing but the database may be waited for in a transaction.
  if (!(await canReset(token, now))) return spent()
  const passwordHash = await (await auth().$context).password.hash(password)
  const isDone = await database().client.$transaction(async (tx) => {
    const link = await findLink(tx, 'reset', token, now())
    if (!link?.userId || !(await spendLink(tx, 'reset', token, now()))) return false
    await replacePassword(tx, link.userId, passwordHash, now())
    return true
  })
  return isDone ? { ok: true, value: null } : spent()
}

function spent(): Problem {
  return problem('expired', 'This link was used already or has expired. Ask for a new one.')
}
