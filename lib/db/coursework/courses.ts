import type { CourseRole } from '@/lib/coursework/course-role'
import { database, type Queries } from '@/lib/db/database'
import type { Assignment, Course } from '@/lib/db/generated/client'

const live = { archivedAt: null }

/** A course with the place that this person has in it; undefined when there is none, or none of theirs. */
export async function findCourse(
  userId: string,
  courseId: string,
): Promise<{ course: Course; role: CourseRole } | undefined> {
  const found = await database().client.enrolment.findFirst({
    where: { userId, courseId, course: live },
    include: { course: true },
  })
  return found ? { course: found.course, role: found.role as CourseRole } : undefined
}

/** An assignment with its course, for somebody who is enrolled in it. */
export async function findAssignment(
  userId: string,
  assignmentId: string,
): Promise<{ assignment: Assignment; course: Course; role: CourseRole } | undefined> {
  const assignment = await database().client.assignment.findFirst({
    where: { id: assignmentId, ...live, course: { ...live, enrolments: { some: { userId } } } },
    include: { course: { include: { enrolments: { where: { userId } } } } },
  })
  const role = assignment?.course.enrolments[0]?.role as CourseRole | undefined
  if (!assignment || !role) return undefined
  const { course, ...own } = assignment
  const { enrolments: _enrolments, ...rest } = course
  return { assignment: own, course: rest, role }
}

/** The courses that somebody is enrolled in, with their assignments, newest first. */
export async function listCoursesOf(userId: string) {
  return database().client.enrolment.findMany({
    where: { userId, course: live },
    include: {
      course: {
        include: {
          assignments: { where: live, orderBy: { createdAt: 'desc' } },
          _count: { select: { students: true } },
        },
      },
    },
    orderBy: [{ createdAt: 'desc' }, { courseId: 'asc' }],
  })
}

/** Makes a course with whoever makes it as its instructor. */
export async function insertCourse(of: {
  id: string
  workspaceId: string
  name: string
  userId: string
  now: Date
}): Promise<void> {
  await database().client.course.create({
    data: {
      id: of.id,
      workspaceId: of.workspaceId,
      name: of.name,
      createdAt: of.now,
      enrolments: { create: { userId: of.userId, role: 'instructor', createdAt: of.now } },
    },
  })
}

/** Everybody enrolled in a course by an account. */
export async function listEnrolled(courseId: string) {
  const rows = await database().client.enrolment.findMany({
    where: { courseId },
    include: { user: { select: { name: true } } },
    orderBy: [{ role: 'asc' }, { createdAt: 'asc' }],
  })
  return rows.map(({ userId, role, user }) => ({ userId, role: role as CourseRole, name: user.name }))
}

/** Gives somebody a place in a course, or another one. */
export async function putEnrolment(
  queries: Queries,
  of: { courseId: string; userId: string; role: CourseRole; now: Date },
): Promise<void> {
  const { courseId, userId, role, now } = of
  await queries.enrolment.upsert({
    where: { courseId_userId: { courseId, userId } },
    create: { courseId, userId, role, createdAt: now },
    update: { role },
  })
}

/** Takes somebody's place away; false when they have none, or are the last instructor. */
export async function dropEnrolment(courseId: string, userId: string): Promise<boolean> {
  return database().client.$transaction(async (tx) => {
    const others = await tx.enrolment.count({
      where: { courseId, role: 'instructor', userId: { not: userId } },
    })
    if (others === 0) return false
    const { count } = await tx.enrolment.deleteMany({ where: { courseId, userId } })
    return count === 1
  })
}

/** True while a course has another instructor than this person. */
export async function hasOtherInstructor(courseId: string, userId: string): Promise<boolean> {
  const where = { courseId, role: 'instructor', userId: { not: userId } }
  return (await database().client.enrolment.count({ where })) > 0
}
