import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/auth/actor'
import { checkRubric } from '@/lib/coursework/check-submission'
import type { CourseRole } from '@/lib/coursework/course-role'
import { HARDENING_TEMPLATE } from '@/lib/coursework/rubric/hardening-template'
import type { Rubric } from '@/lib/coursework/rubric/rubric'
import { insertAssignment } from '@/lib/db/coursework/assignments'
import { insertCourse, putEnrolment } from '@/lib/db/coursework/courses'
import { keepWork } from '@/lib/db/coursework/keep-work'
import { listStudents, putStudents } from '@/lib/db/coursework/roster'
import type { Database } from '@/lib/db/database'
import { readSubmission } from '@/lib/importers/submission/read-submission'
import { toNewWork } from '@/lib/services/coursework/to-new-work'
import { makeWorkspace } from '@/lib/testing/test-database'
import { testCatalogue } from '@/lib/testing/test-pack'

const NOW = new Date('2026-03-01T10:00:00.000Z')

/** Makes a course with an instructor, two markers and a student, each in a workspace of their own. */
export async function makeCourse(
  opened: Database,
  options: { isAnonymous?: boolean; hasSecondMarker?: boolean; rubric?: Rubric } = {},
) {
  const courseId = randomUUID()
  const assignmentId = randomUUID()
  const join = async (role: CourseRole): Promise<Actor> => {
    const { owner } = await makeWorkspace(opened)
    await putEnrolment(opened.client, { courseId, userId: owner.userId, role, now: NOW })
    return owner
  }
  const { owner: instructor, workspaceId } = await makeWorkspace(opened)
  await insertCourse({ id: courseId, workspaceId, name: 'Course', userId: instructor.userId, now: NOW })
  await insertAssignment({
    id: assignmentId,
    courseId,
    name: 'Exercise',
    instructions: '',
    isAnonymous: options.isAnonymous ?? false,
    hasSecondMarker: options.hasSecondMarker ?? false,
    dueAt: null,
    rubric: JSON.stringify(options.rubric ?? HARDENING_TEMPLATE.rubric),
    by: instructor.name,
    now: NOW,
  })
  return {
    courseId,
    assignmentId,
    instructor,
    marker: await join('marker'),
    second: await join('marker'),
    student: await join('student'),
  }
}

/** Hands in texts, one a student: straight into the database, as an intake would after reading them. */
export async function handInTexts(
  opened: Database,
  of: { courseId: string; assignmentId: string; slots?: number },
  texts: readonly { name: string; identifier: string; email?: string; text: string }[],
): Promise<string[]> {
  await putStudents(
    of.courseId,
    texts.map(({ name, identifier, email = '' }) => ({ name, identifier, email })),
    NOW,
  )
  const ids = new Map((await listStudents(of.courseId)).map(({ identifier, id }) => [identifier, id]))
  const catalogue = testCatalogue()
  return opened.client.$transaction(
    async (tx) => {
      const works: string[] = []
      for (const { identifier, text } of texts) {
        const reading = readSubmission(text, catalogue)
        const checks = checkRubric(
          { text, submission: reading, files: [], scans: [] },
          HARDENING_TEMPLATE.rubric,
        )
        const read = {
          text,
          path: `${identifier}.txt`,
          files: [],
          scans: [],
          reading,
          checks,
          claims: [],
          words: (text.length / 6) | 0,
        }
        const work = toNewWork(read, {
          assignmentId: of.assignmentId,
          studentId: ids.get(identifier) ?? '',
          rubricVersion: 1,
          source: 'upload',
        })
        works.push((await keepWork(tx, work, { slots: of.slots ?? 1, now: NOW })).workId)
      }
      return works
    },
    { timeout: 120_000, maxWait: 60_000 },
  )
}
