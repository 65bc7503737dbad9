import type { Person } from '@/lib/auth/actor'
import { GivenPassword, NewPassword } from '@/lib/auth/credentials'
import { forgetAttempts, takeAttempt } from '@/lib/db/attempts'
import { database } from '@/lib/db/database'
import { findPasswordHash, replacePassword } from '@/lib/db/members'
import type { Problem, Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { auth } from '@/lib/services/auth'
import { problem } from '@/lib/services/problem'

export const Input = z.strictObject({ present: GivenPassword, password: NewPassword })

const limit = { max: 10, windowMs: 10 * 60_000 }

/** Puts a new password in place of the present one, and signs the person out in every other browser. */
export async function changePassword(
  person: Person,
  { present, password }: z.infer<typeof Input>,
  now = () => new Date(),
): Promise<Result<null>> {
  const key = `change-password:${person.userId}`
  if (!(await takeAttempt({ key, ...limit }, now()))) {
    return problem('too-many', 'Too many attempts. Wait ten minutes, then try again.')
  }
  const hasher = (await auth().$context).password
  const hash = await findPasswordHash(person.userId)
  if (hash === undefined || !(await hasher.verify({ hash, password: present }))) return wrong()
  const fresh = await hasher.hash(password)
  await database().client.$transaction((tx) =>
    replacePassword(tx, person.userId, fresh, now(), person.sessionId),
  )
  await forgetAttempts(key)
  return { ok: true, value: null }
}

function wrong(): Problem {
  const sentence = 'This is not your present password. Check it and try again.'
  return { ...problem('invalid', sentence), issues: [{ path: 'present', sentence }] }
}
