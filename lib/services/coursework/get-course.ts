import type { Actor } from '@/lib/auth/actor'
import type { CourseRole } from '@/lib/coursework/course-role'
import type { CoursePeople } from '@/lib/coursework/views'
import { countStudentInvites, listRoleInvites } from '@/lib/db/coursework/course-invites'
import { listEnrolled } from '@/lib/db/coursework/courses'
import { listStudents } from '@/lib/db/coursework/roster'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { openCourse } from '@/lib/services/coursework/access'

export const Input = z.strictObject({ courseId: Id })

/** Who is in a course. Only instructors read the roster. */
export async function getCoursePeople(
  actor: Actor,
  { courseId }: z.infer<typeof Input>,
  now = () => new Date(),
): Promise<Result<CoursePeople>> {
  const opened = await openCourse(actor, courseId, 'see-roster')
  if (!opened.ok) return opened
  const at = now()
  const [enrolled, students, links, ownLinks] = await Promise.all([
    listEnrolled(courseId),
    listStudents(courseId),
    listRoleInvites(courseId, at),
    countStudentInvites(courseId, at),
  ])
  const inside = new Set(enrolled.map(({ userId }) => userId))
  const value = {
    id: courseId,
    name: opened.course.name,
    role: opened.role,
    staff: enrolled.filter(({ role }) => role !== 'student'),
    students: students.map(({ id, identifier, name, email, userId }) => ({
      id,
      identifier: identifier === userId ? null : identifier,
      name,
      email,
      userId,
      isEnrolled: userId !== null && inside.has(userId),
    })),
    links: links.map(({ id, role, invitedBy, expiresAt, usedCount }) => ({
      id,
      role: role as CourseRole,
      invitedBy,
      expiresAt: expiresAt.toISOString(),
      usedCount,
    })),
    ownLinks,
  }
  return { ok: true, value }
}
