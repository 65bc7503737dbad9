import type { Actor } from '@/lib/auth/actor'
import { replaceCourseInvites } from '@/lib/db/coursework/course-invites'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { openCourse } from '@/lib/services/coursework/access'

const DAY = 24 * 60 * 60_000

export const Input = z.strictObject({
  courseId: Id,
  role: z.enum(['instructor', 'marker', 'student']),
  days: z.int().min(1).max(120),
})

/**
 * Makes the link of a role: a student's is good for everybody who has it, the others for one person. The one before is
 * taken back. It is shown once: the server keeps only its hash.
 * @returns the path and query to put behind the server's origin.
 */
export async function inviteToCourse(
  actor: Actor,
  { courseId, role, days }: z.infer<typeof Input>,
  now = () => new Date(),
): Promise<Result<{ path: string }>> {
  const opened = await openCourse(actor, courseId, 'manage-course')
  if (!opened.ok) return opened
  const [token = ''] = await replaceCourseInvites({
    courseId,
    role,
    invitedBy: actor.name,
    now: now(),
    lifetimeMs: days * DAY,
  })
  return { ok: true, value: { path: enrolPath(token) } }
}

/** The page that takes the token of a link into a course. */
export function enrolPath(token: string): string {
  return `/enrol?token=${token}`
}
