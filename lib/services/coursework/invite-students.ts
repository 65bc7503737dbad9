import type { Actor } from '@/lib/auth/actor'
import { replaceCourseInvites } from '@/lib/db/coursework/course-invites'
import { listStudents } from '@/lib/db/coursework/roster'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { csvLine } from '@/lib/reports/csv/escape-csv'
import { openCourse } from '@/lib/services/coursework/access'
import { enrolPath } from '@/lib/services/coursework/invite-to-course'
import { appOrigin } from '@/lib/services/edges/limits'
import { problem } from '@/lib/services/problem'

const DAY = 24 * 60 * 60_000

export const Input = z.strictObject({ courseId: Id, days: z.int().min(1).max(120) })

/**
 * Makes a link for each student of the roster who has no account yet: whoever opens it is that student, so what was
 * taken in for them is theirs. Links made before and not used are taken back.
 * @returns a list for a mail merge; the server keeps only the hashes.
 */
export async function inviteStudents(
  actor: Actor,
  { courseId, days }: z.infer<typeof Input>,
  now = () => new Date(),
): Promise<Result<{ csv: string; students: number }>> {
  const opened = await openCourse(actor, courseId, 'manage-course')
  if (!opened.ok) return opened
  const students = (await listStudents(courseId)).filter(({ userId }) => userId === null)
  if (students.length === 0)
    return problem('not-found', 'Everybody on the roster has an account already, or the roster is empty.')
  const tokens = await replaceCourseInvites({
    courseId,
    role: 'student',
    studentIds: students.map(({ id }) => id),
    invitedBy: actor.name,
    now: now(),
    lifetimeMs: days * DAY,
  })
  const rows = students.map(({ identifier, name, email }, at) =>
    csvLine([identifier, name, email, `${appOrigin()}${enrolPath(tokens[at] ?? '')}`]),
  )
  const csv = [csvLine(['identifier', 'name', 'mail', 'link']), ...rows].join('')
  return { ok: true, value: { csv, students: students.length } }
}
