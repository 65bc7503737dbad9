import { randomBytes, randomUUID } from 'node:crypto'
import type { CourseRole } from '@/lib/coursework/course-role'
import { database, type Queries } from '@/lib/db/database'
import type { CourseInvite, Prisma } from '@/lib/db/generated/client'
import { hashToken } from '@/lib/db/links'

/** Still leads into its course: neither taken back nor expired, and unused where it is for one person. */
function good(now: Date): Prisma.CourseInviteWhereInput {
  return {
    revokedAt: null,
    expiresAt: { gt: now },
    course: { archivedAt: null },
    OR: [{ role: 'student', studentId: null }, { usedCount: 0 }],
  }
}

/**
 * Makes links into a course and takes back those that they replace: the one of the role, or with `studentIds` those of
 * single students. Resolves to the tokens, of which the database learns the hashes only.
 */
export async function replaceCourseInvites(of: {
  courseId: string
  role: CourseRole
  studentIds?: readonly string[]
  invitedBy: string
  now: Date
  lifetimeMs: number
}): Promise<string[]> {
  const { courseId, role, studentIds, invitedBy, now, lifetimeMs } = of
  const made = (studentIds ?? [null]).map((studentId) => {
    const token = randomBytes(32).toString('base64url')
    return { studentId, token }
  })
  await database().client.$transaction(
    async (tx) => {
      await tx.courseInvite.updateMany({
        where: { courseId, role, studentId: studentIds ? { not: null } : null, revokedAt: null },
        data: { revokedAt: now },
      })
      await tx.courseInvite.createMany({
        data: made.map(({ studentId, token }) => ({
          id: randomUUID(),
          tokenHash: hashToken(token),
          courseId,
          role,
          studentId,
          invitedBy,
          createdAt: now,
          expiresAt: new Date(now.getTime() + lifetimeMs),
          usedCount: 0,
        })),
      })
    },
    { timeout: 60_000, maxWait: 60_000 },
  )
  return made.map(({ token }) => token)
}

/** The links by which people can join a course now, those of single students left out. */
export function listRoleInvites(courseId: string, now: Date): Promise<CourseInvite[]> {
  return database().client.courseInvite.findMany({
    where: { courseId, studentId: null, ...good(now) },
    orderBy: [{ role: 'asc' }, { createdAt: 'desc' }],
  })
}

/** How many students of the roster have a link of their own that they can still use. */
export function countStudentInvites(courseId: string, now: Date): Promise<number> {
  return database().client.courseInvite.count({ where: { courseId, studentId: { not: null }, ...good(now) } })
}

/** The link of this token with its course, while it is good. */
export async function findCourseInvite(queries: Queries, token: string, now: Date) {
  const found = await queries.courseInvite.findFirst({
    where: { tokenHash: hashToken(token), ...good(now) },
    include: { course: { select: { name: true } } },
  })
  return found ?? undefined
}

/** Counts a use of a link. False when it was not good any more: of two who use one for one person, one gets true. */
export async function spendCourseInvite(tx: Queries, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.courseInvite.updateMany({
    where: { id, ...good(now) },
    data: { usedCount: { increment: 1 } },
  })
  return count === 1
}

/** Takes a link back; false when the course has none of this id that could still be used. */
export async function withdrawCourseInvite(courseId: string, id: string, now: Date): Promise<boolean> {
  const { count } = await database().client.courseInvite.updateMany({
    where: { id, courseId, ...good(now) },
    data: { revokedAt: now },
  })
  return count === 1
}

/** Takes back the links that single students have and have not used. */
export async function withdrawStudentInvites(courseId: string, now: Date): Promise<number> {
  const { count } = await database().client.courseInvite.updateMany({
    where: { courseId, studentId: { not: null }, ...good(now) },
    data: { revokedAt: now },
  })
  return count
}
