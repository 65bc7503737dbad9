import { randomUUID } from 'node:crypto'
import { database, type Queries } from '@/lib/db/database'
import type { CourseStudent } from '@/lib/db/generated/client'

/** The students of a course by name. */
export function listStudents(courseId: string): Promise<CourseStudent[]> {
  return database().client.courseStudent.findMany({
    where: { courseId },
    orderBy: [{ name: 'asc' }, { identifier: 'asc' }],
  })
}

type Entry = { identifier: string; name: string; email: string }

/** Adds students, or renames those who are there already under their identifier. */
export async function putStudents(
  courseId: string,
  entries: readonly Entry[],
  now: Date,
): Promise<{ added: number; changed: number }> {
  return database().client.$transaction(
    async (tx) => {
      const known = new Map(
        (await tx.courseStudent.findMany({ where: { courseId } })).map((one) => [one.identifier, one]),
      )
      const fresh = entries.filter(({ identifier }) => !known.has(identifier))
      await tx.courseStudent.createMany({
        data: fresh.map((entry) => ({ id: randomUUID(), courseId, createdAt: now, ...entry })),
      })
      let changed = 0
      for (const entry of entries) {
        const before = known.get(entry.identifier)
        if (!before || (before.name === entry.name && before.email === entry.email)) continue
        await tx.courseStudent.update({
          where: { id: before.id },
          data: { name: entry.name, email: entry.email },
        })
        changed++
      }
      return { added: fresh.length, changed }
    },
    { timeout: 60_000, maxWait: 60_000 },
  )
}

/** The student of the roster that an account is; put there under the account's own id when it is on none. */
export async function putOwnStudent(
  tx: Queries,
  of: { courseId: string; userId: string; name: string; now: Date },
): Promise<CourseStudent> {
  const { courseId, userId, name, now } = of
  const known = await tx.courseStudent.findFirst({ where: { courseId, userId } })
  if (known) return known
  return tx.courseStudent.create({
    data: { id: randomUUID(), courseId, userId, name, identifier: userId, email: '', createdAt: now },
  })
}

/** A student of this course; undefined when it has no such one. */
export async function findStudent(courseId: string, id: string): Promise<CourseStudent | undefined> {
  return (await database().client.courseStudent.findFirst({ where: { courseId, id } })) ?? undefined
}

/** Whose each alias of an assignment is. For people who may read names only. */
export async function readAliases(assignmentId: string): Promise<Map<string, CourseStudent>> {
  const rows = await database().client.studentAlias.findMany({
    where: { assignmentId },
    include: { student: true },
  })
  return new Map(rows.map(({ alias, student }) => [alias, student]))
}

/** Who is behind one alias, to take their name out of a text before anybody reads it. */
export async function findAliased(assignmentId: string, alias: string): Promise<CourseStudent | undefined> {
  const row = await database().client.studentAlias.findUnique({
    where: { assignmentId_alias: { assignmentId, alias } },
    include: { student: true },
  })
  return row?.student
}

/**
 * Says that an account is this student of the roster. What the account handed in before, under a line of its own, goes
 * with it. False, and nothing is written, when the student has another account already, or both lines have work in
 * one assignment.
 */
export async function linkStudent(
  tx: Queries,
  of: { courseId: string; userId: string; studentId: string },
): Promise<boolean> {
  const { courseId, userId, studentId } = of
  const student = await tx.courseStudent.findFirst({ where: { id: studentId, courseId } })
  if (!student || (student.userId !== null && student.userId !== userId)) return false
  const before = await tx.courseStudent.findFirst({
    where: { courseId, userId, id: { not: studentId } },
    include: { aliases: true },
  })
  if (before) {
    const assignmentId = { in: before.aliases.map((alias) => alias.assignmentId) }
    if (await tx.studentAlias.count({ where: { studentId, assignmentId } })) return false
    await tx.studentAlias.updateMany({ where: { studentId: before.id }, data: { studentId } })
    await tx.courseStudent.delete({ where: { id: before.id } })
  }
  await tx.courseStudent.update({ where: { id: studentId }, data: { userId } })
  return true
}
