import type { Actor } from '@/lib/auth/actor'
import { withdrawCourseInvite, withdrawStudentInvites } from '@/lib/db/coursework/course-invites'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { openCourse } from '@/lib/services/coursework/access'
import { problem } from '@/lib/services/problem'

/** `students`: the links of single students, all of them. */
export const Input = z.strictObject({ courseId: Id, inviteId: z.union([Id, z.literal('students')]) })

/** Takes a link into a course back. Who joined by it stays. */
export async function revokeCourseInvite(
  actor: Actor,
  { courseId, inviteId }: z.infer<typeof Input>,
  now = () => new Date(),
): Promise<Result<null>> {
  const opened = await openCourse(actor, courseId, 'manage-course')
  if (!opened.ok) return opened
  const isDone =
    inviteId === 'students'
      ? (await withdrawStudentInvites(courseId, now())) > 0
      : await withdrawCourseInvite(courseId, inviteId, now())
  return isDone
    ? { ok: true, value: null }
    : problem('not-found', 'There is no such link that could still be used. Reload the page.')
}
