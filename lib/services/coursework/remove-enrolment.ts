import type { Actor } from '@/lib/auth/actor'
import { dropEnrolment } from '@/lib/db/coursework/courses'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { openCourse } from '@/lib/services/coursework/access'
import { problem } from '@/lib/services/problem'

export const Input = z.strictObject({ courseId: Id, userId: Id })

/** Takes somebody's place in a course away. What they marked stays. */
export async function removeEnrolment(
  actor: Actor,
  { courseId, userId }: z.infer<typeof Input>,
): Promise<Result<{ userId: string }>> {
  const opened = await openCourse(actor, courseId, 'manage-course')
  if (!opened.ok) return opened
  return (await dropEnrolment(courseId, userId))
    ? { ok: true, value: { userId } }
    : problem('conflict', 'Nobody was removed: a course keeps at least one instructor.')
}
