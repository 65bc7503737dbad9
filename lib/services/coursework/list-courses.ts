import type { Actor } from '@/lib/auth/actor'
import type { CourseRole } from '@/lib/coursework/course-role'
import type { CourseCard } from '@/lib/coursework/views'
import { listCoursesOf } from '@/lib/db/coursework/courses'
import type { Result } from '@/lib/model/protocol'

/** The courses that the actor is enrolled in. */
export async function listCourses(actor: Actor): Promise<Result<CourseCard[]>> {
  const rows = await listCoursesOf(actor.userId)
  const value = rows.map(({ role, course }) => ({
    id: course.id,
    name: course.name,
    role: role as CourseRole,
    students: course._count.students,
    assignments: course.assignments.map(({ id, name, dueAt, releasedAt }) => ({
      id,
      name,
      dueAt: dueAt?.toISOString() ?? null,
      isReleased: releasedAt !== null,
    })),
  }))
  return { ok: true, value }
}
