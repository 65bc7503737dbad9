import type { Actor } from '@/lib/auth/actor'
import { normaliseUserName } from '@/lib/auth/credentials'
import { hasOtherInstructor, putEnrolment } from '@/lib/db/coursework/courses'
import { database } from '@/lib/db/database'
import { findUserId } from '@/lib/db/members'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { line } from '@/lib/model/text'
import { z } from '@/lib/model/zod'
import { openCourse } from '@/lib/services/coursework/access'
import { problem } from '@/lib/services/problem'

export const Input = z.strictObject({
  courseId: Id,
  userName: line(100),
  role: z.enum(['instructor', 'marker']),
})

/** Gives somebody who has an account here a place as instructor or marker, or changes the one they have. */
export async function enrolPerson(
  actor: Actor,
  { courseId, userName, role }: z.infer<typeof Input>,
  now = () => new Date(),
): Promise<Result<{ userId: string }>> {
  const opened = await openCourse(actor, courseId, 'manage-course')
  if (!opened.ok) return opened
  const userId = await findUserId(normaliseUserName(userName))
  if (!userId) return problem('not-found', `Nobody signs in here as “${userName}”. Send them a link instead.`)
  if (role !== 'instructor' && !(await hasOtherInstructor(courseId, userId)))
    return problem('conflict', 'A course keeps at least one instructor. Make somebody else one first.')
  await putEnrolment(database().client, { courseId, userId, role, now: now() })
  return { ok: true, value: { userId } }
}
