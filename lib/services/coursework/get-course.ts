import type { Actor } from '@/lib/auth/actor'
import type { CoursePeople } from '@/lib/coursework/views'
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
): Promise<Result<CoursePeople>> {
  const opened = await openCourse(actor, courseId, 'see-roster')
  if (!opened.ok) return opened
  const [enrolled, students] = await Promise.all([listEnrolled(courseId), listStudents(courseId)])
  const value = {
    id: courseId,
    name: opened.course.name,
    role: opened.role,
    staff: enrolled.filter(({ role }) => role !== 'student'),
    students: students.map(({ id, identifier, name, email, userId }) => ({
      id,
      identifier,
      name,
      email,
      hasAccount: userId !== null,
    })),
  }
  return { ok: true, value }
}
