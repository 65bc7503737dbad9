import { GivenPassword, normaliseUserName, UserName } from '@/lib/auth/credentials'
import { forgetAttempts, forgetOldAttempts, takeAttempt } from '@/lib/db/attempts'
import type { Result } from '@/lib/model/protocol'
import { line } from '@/lib/model/text'
import { z } from '@/lib/model/zod'
import { auth } from '@/lib/services/auth'
import { problem } from '@/lib/services/problem'

export const Input = z.strictObject({ name: line(100), password: GivenPassword })

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

// By name, because an address can be made up behind a proxy; and in all, because each try costs a slow hash.
const perName = { max: 10, windowMs: 10 * MINUTE }
const inAll = { key: 'sign-in', max: 60, windowMs: MINUTE }

/**
 * Signs somebody in; the session's cookie goes out with the answer of the action or route that calls this. A wrong name
 * and a wrong password get the same answer.
 */
export async function signIn(
  headers: Headers,
  input: z.infer<typeof Input>,
  now = () => new Date(),
): Promise<Result<{ name: string }>> {
  const at = now()
  const key = `sign-in:${normaliseUserName(input.name)}`
  if (!(await takeAttempt(inAll, at)) || !(await takeAttempt({ key, ...perName }, at))) return tooMany()
  const name = UserName.safeParse(input.name)
  if (!name.success) return wrong()
  try {
    const body = { username: name.data, password: input.password }
    const answer = await auth().api.signInUsername({ body, headers })
    if (!answer) return wrong()
    await forgetAttempts(key)
    await forgetOldAttempts(new Date(at.getTime() - DAY))
    return { ok: true, value: { name: answer.user.name } }
  } catch (error) {
    if (isRefusal(error)) return wrong()
    throw error
  }
}

/** better-auth throws what it refuses; a status of 5xx is a failure of its own. */
function isRefusal(error: unknown): boolean {
  const status = (error as { statusCode?: unknown } | null)?.statusCode
  return typeof status === 'number' && status >= 400 && status < 500
}

function wrong() {
  return problem('invalid', 'This name and password do not go together. Check both and try again.')
}

function tooMany() {
  return problem('too-many', 'Too many attempts to sign in. Wait ten minutes, then try again.')
}
