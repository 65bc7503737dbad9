import type { Person } from '@/lib/auth/actor'
import { removeOtherSessions, removeSession } from '@/lib/db/sessions'
import type { Result } from '@/lib/model/protocol'
import { line } from '@/lib/model/text'
import { z } from '@/lib/model/zod'
import { problem } from '@/lib/services/problem'

/** Which: one by its id, or every one but that of the asking browser. */
export const Input = z.union([
  z.strictObject({ sessionId: line(100) }),
  z.strictObject({ which: z.literal('others') }),
])

/** Signs the person out elsewhere; those browsers learn of it at their next request. Gives how many were ended. */
export async function endSession(
  person: Person,
  input: z.infer<typeof Input>,
): Promise<Result<{ ended: number }>> {
  if ('which' in input) {
    return { ok: true, value: { ended: await removeOtherSessions(person.userId, person.sessionId) } }
  }
  return (await removeSession(person.userId, input.sessionId))
    ? { ok: true, value: { ended: 1 } }
    : problem('not-found', 'There is no such session of yours. It may have ended: reload the page.')
}
