import type { Actor } from '@/lib/auth/actor'
import { guessColumns, readRoster } from '@/lib/coursework/intake/roster'
import type { RosterAnswer } from '@/lib/coursework/views'
import { putStudents } from '@/lib/db/coursework/roster'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { openCourse } from '@/lib/services/coursework/access'
import { problem } from '@/lib/services/problem'

const MAX_LENGTH = 900_000
const MAX_STUDENTS = 20_000
const Column = z.string().max(200)

export const Input = z.strictObject({
  courseId: Id,
  text: z.string().max(MAX_LENGTH, 'This list is too large. Split it.'),
  columns: z
    .strictObject({
      identifier: Column,
      name: Column,
      lastName: Column.optional(),
      email: Column.optional(),
    })
    .optional(),
  /** Only says what would be read. */
  isTrial: z.boolean(),
})

/** Reads a list of students. Those who are there already keep their work; nobody is removed. */
export async function importRoster(
  actor: Actor,
  { courseId, text, columns, isTrial }: z.infer<typeof Input>,
  now = () => new Date(),
): Promise<Result<RosterAnswer>> {
  const opened = await openCourse(actor, courseId, 'manage-course')
  if (!opened.ok) return opened
  const roster = readRoster(text, columns)
  if (roster.entries.length > MAX_STUDENTS)
    return problem(
      'too-large',
      `This list names ${roster.entries.length} students; at most ${MAX_STUDENTS} are taken.`,
    )
  const kept = isTrial ? { added: 0, changed: 0 } : await putStudents(courseId, roster.entries, now())
  const value = {
    columns: roster.columns,
    chosen: columns ?? guessColumns(roster.columns),
    students: roster.entries.length,
    first: roster.entries.slice(0, 5),
    skipped: roster.skipped.slice(0, 200),
    ...kept,
  }
  return { ok: true, value }
}
