import { strToU8, zipSync } from 'fflate'
import type { Actor } from '@/lib/auth/actor'
import { type Feedback, resultOf } from '@/lib/coursework/feedback'
import { readAliases } from '@/lib/db/coursework/roster'
import { listWorks } from '@/lib/db/coursework/works'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { csvLine } from '@/lib/reports/csv/escape-csv'
import { openAssignment } from '@/lib/services/coursework/access'
import { loadFeedback } from '@/lib/services/coursework/load-feedback'
import { loadRubric } from '@/lib/services/coursework/load-rubric'
import { writeFeedback } from '@/lib/services/coursework/write-feedback'
import { appOrigin } from '@/lib/services/edges/limits'
import { problem } from '@/lib/services/problem'

export const Input = z.strictObject({
  assignmentId: Id,
  format: z.enum(['canvas', 'moodle', 'plain', 'gradescope']),
})

type Line = { name: string; identifier: string; email: string; feedback: Feedback }
type File = { name: string; mediaType: string; text: string | Uint8Array<ArrayBuffer> }

/**
 * Marks for a learning platform, with the names that it knows students by. In an assignment that is marked without names
 * they are to be had once marks are released.
 */
export async function exportMarks(
  actor: Actor,
  { assignmentId, format }: z.infer<typeof Input>,
): Promise<Result<File>> {
  const opened = await openAssignment(actor, assignmentId, 'export-marks')
  if (!opened.ok) return opened
  const { assignment } = opened
  if (assignment.isAnonymous && !assignment.releasedAt)
    return problem(
      'conflict',
      'This is marked without names. Release the marks first; then they can be saved with names.',
    )
  const [rubric, works, students] = await Promise.all([
    loadRubric(assignment),
    listWorks(assignmentId),
    readAliases(assignmentId),
  ])
  const lines: Line[] = []
  for (const work of works) {
    const student = students.get(work.alias)
    if (!student) continue
    const of = { assignmentName: assignment.name, label: student.name, rubric }
    const feedback = await loadFeedback(work, of)
    if (feedback)
      lines.push({ name: student.name, identifier: identifierOf(student), email: student.email, feedback })
  }
  lines.sort((a, b) => (a.identifier < b.identifier ? -1 : 1))
  if (format === 'gradescope') return { ok: true, value: gradescope(lines) }
  const text = { canvas, moodle, plain }[format](lines, assignment.name)
  return { ok: true, value: { name: `marks-${format}.csv`, mediaType: 'text/csv; charset=utf-8', text } }
}

/** Who joined by the common link is on no list: their name to sign in with is all that tells them apart. */
function identifierOf({
  identifier,
  userId,
  name,
}: {
  identifier: string
  userId: string | null
  name: string
}) {
  return identifier === userId ? name : identifier
}

/** A number where the scale has points, else 1 for met: platforms want a number. */
function markOf({ scale, score }: Feedback): number {
  return scale === 'points' ? score.points : score.verdict === 'meets' ? 1 : 0
}

function outOf({ scale, score }: Feedback): number {
  return scale === 'points' ? score.outOf : 1
}

function canvas(lines: readonly Line[], assignment: string): string {
  const most = lines[0] ? outOf(lines[0].feedback) : 0
  return [
    csvLine(['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', assignment]),
    csvLine(['Points Possible', '', '', '', '', most]),
    ...lines.map(({ name, identifier, feedback }) =>
      csvLine([name, '', '', identifier, '', markOf(feedback)]),
    ),
  ].join('')
}

function moodle(lines: readonly Line[]): string {
  return [
    csvLine(['Identifier', 'Full name', 'Email address', 'Grade', 'Maximum grade', 'Feedback comments']),
    ...lines.map(({ name, identifier, email, feedback }) =>
      csvLine([
        identifier,
        name,
        email,
        markOf(feedback),
        outOf(feedback),
        writeFeedback(feedback, appOrigin()),
      ]),
    ),
  ].join('')
}

function plain(lines: readonly Line[]): string {
  return [
    csvLine(['identifier', 'name', 'mail', 'attempt', 'mark', 'out of', 'result', 'feedback']),
    ...lines.map(({ name, identifier, email, feedback }) =>
      csvLine([
        identifier,
        name,
        email,
        feedback.attempt,
        markOf(feedback),
        outOf(feedback),
        resultOf(feedback),
        writeFeedback(feedback, appOrigin()),
      ]),
    ),
  ].join('')
}

/** One results.json a student, as Gradescope's autograder writes them. */
function gradescope(lines: readonly Line[]): File {
  const files = lines.map(({ identifier, feedback }) => {
    const { criteria, summary } = feedback
    const results = {
      score: markOf(feedback),
      output: summary,
      visibility: 'after_published',
      tests: criteria.map(({ title, points, outOf: most, isMet, level, comment }) => ({
        name: title,
        score: points,
        max_score: most,
        status: isMet ? 'passed' : 'failed',
        output: [level, comment].filter(Boolean).join('\n'),
      })),
    }
    const folder = identifier.replace(/[^\p{L}\p{N}._@-]+/gu, '-')
    return [`${folder}/results.json`, strToU8(JSON.stringify(results, null, 2))] as const
  })
  const text = new Uint8Array(zipSync(Object.fromEntries(files)))
  return { name: 'gradescope-results.zip', mediaType: 'application/zip', text }
}
