import { randomUUID } from 'node:crypto'
import type { CourseRole } from '@/lib/coursework/course-role'
import { findCourseInvite, spendCourseInvite } from '@/lib/db/coursework/course-invites'
import { putEnrolment } from '@/lib/db/coursework/courses'
import { linkStudent, putOwnStudent } from '@/lib/db/coursework/roster'
import { database, type Queries } from '@/lib/db/database'
import { insertWorkspace } from '@/lib/db/members'
import type { Problem, Result } from '@/lib/model/protocol'
import { type JoinInput, joinByLink, type LinkTarget } from '@/lib/services/join-by-link'
import { problem } from '@/lib/services/problem'

export type CourseInvitePreview = { course: string; role: CourseRole; invitedBy: string; isPersonal: boolean }

/** What a link leads to; looking does not use it up. Undefined when it is not good any more. */
export async function previewCourseInvite(
  token: string,
  now = () => new Date(),
): Promise<CourseInvitePreview | undefined> {
  const found = await findCourseInvite(database().client, token, now())
  if (!found) return undefined
  const { course, role, invitedBy, studentId } = found
  return { course: course.name, role: role as CourseRole, invitedBy, isPersonal: studentId !== null }
}

/** Joins a course by a link: with the account that is signed in, or with a new one. */
export async function acceptCourseInvite(
  headers: Headers,
  input: JoinInput,
  now = () => new Date(),
): Promise<Result<null>> {
  const { token } = input
  const target: LinkTarget = {
    isGood: async (queries) => (await findCourseInvite(queries, token, now())) !== undefined,
    join: (tx, who) => join(tx, token, who, now()),
    spent,
  }
  return joinByLink(headers, input, target, now)
}

async function join(
  tx: Queries,
  token: string,
  { userId, name }: { userId: string; name: string },
  now: Date,
): Promise<{ workspaceId?: string } | Problem> {
  const invite = await findCourseInvite(tx, token, now)
  if (!invite) return spent()
  const { id, courseId, studentId } = invite
  const role = invite.role as CourseRole
  const enrolled = await tx.enrolment.findUnique({ where: { courseId_userId: { courseId, userId } } })
  // A student who came by the common link may still say by their own who they are on the roster.
  if (enrolled && !(studentId && enrolled.role === 'student'))
    return problem('conflict', 'You are in this course already. Open it under Coursework.')
  if (studentId && !(await linkStudent(tx, { courseId, userId, studentId })))
    return problem(
      'conflict',
      'This place on the roster has work of somebody else or another account already. Ask an instructor of the course.',
    )
  if (!(await spendCourseInvite(tx, id, now))) return spent()
  if (!enrolled) await putEnrolment(tx, { courseId, userId, role, now })
  if (role === 'student') await putOwnStudent(tx, { courseId, userId, name, now })
  return homeOf(tx, userId, name)
}

/** A course is no workspace: whoever has none gets one of their own, so that nothing of the instructor's is seen. */
async function homeOf(tx: Queries, userId: string, name: string): Promise<{ workspaceId?: string }> {
  if (await tx.membership.findFirst({ where: { userId }, select: { userId: true } })) return {}
  const workspaceId = randomUUID()
  await insertWorkspace(tx, { id: workspaceId, name: `Workspace of ${name}`, ownerId: userId })
  return { workspaceId }
}

function spent(): Problem {
  return problem('expired', 'This link was used already, taken back, or has expired. Ask for a new one.')
}
