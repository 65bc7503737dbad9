import type { Actor } from '@/lib/auth/actor'
import { seesNames } from '@/lib/auth/course-policy'
import { agreementOf } from '@/lib/coursework/agreement'
import type { CorrectedSubmission } from '@/lib/coursework/apply-corrections'
import type { CheckResult } from '@/lib/coursework/criterion'
import type { FoundClaim } from '@/lib/coursework/intake/read-unit'
import { maskNames } from '@/lib/coursework/mask-names'
import type { ReviewView } from '@/lib/coursework/views'
import { bankOf, notesOf } from '@/lib/db/coursework/remarks'
import { marksOf, reviewsOf, slotFor } from '@/lib/db/coursework/reviews'
import { findAliased } from '@/lib/db/coursework/roster'
import { listAttempts, namesOf, placeOf } from '@/lib/db/coursework/works'
import { database } from '@/lib/db/database'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { openWork } from '@/lib/services/coursework/access'
import { loadCorrected } from '@/lib/services/coursework/corrected-work'
import { loadRubric } from '@/lib/services/coursework/load-rubric'
import { toMarkView } from '@/lib/services/coursework/set-mark'

export const Input = z.strictObject({ workId: Id })

/** Opens a work to review it. Where reviewers read no names, its text and its files are shown without them too. */
export async function openReview(
  actor: Actor,
  { workId }: z.infer<typeof Input>,
  clock = () => new Date(),
): Promise<Result<ReviewView>> {
  const opened = await openWork(actor, workId, 'review')
  if (!opened.ok) return opened
  const { assignment, course, role, work } = opened
  const [content, rubric, reviews, marks, notes, bank, attempts, student] = await Promise.all([
    loadCorrected(workId),
    loadRubric(assignment),
    reviewsOf(workId),
    marksOf(workId),
    notesOf(workId),
    bankOf(assignment.id),
    listAttempts(assignment.id, work.alias),
    findAliased(assignment.id, work.alias),
  ])
  const slot = slotFor(reviews, actor.userId, clock())
  const place = await placeOf(assignment.id, work.alias)
  const isNamed = seesNames(role, assignment)
  const hide = (text: string) => (isNamed || !student ? text : maskNames(text, [student]))
  const own = reviews.find((one) => one.slot === slot)
  const others = reviews.filter((one) => one.slot !== slot && one.reviewerId !== null)
  const names = await namesOf(
    database().client,
    others.flatMap(({ reviewerId }) => reviewerId ?? []),
  )
  const other = others.find(({ finishedAt }) => finishedAt !== null)
  const marksIn = (wanted: number | null | undefined) =>
    marks.filter((mark) => mark.slot === wanted).map(toMarkView)
  const canCompare = other !== undefined && (own?.finishedAt ?? null) !== null
  const value: ReviewView = {
    workId,
    assignmentId: assignment.id,
    assignmentName: assignment.name,
    courseId: course.id,
    courseName: course.name,
    label: isNamed ? (student?.name ?? work.alias) : work.alias,
    attempt: work.attempt,
    ...place,
    attempts: attempts.map(({ id, attempt, receivedAt }) => ({
      id,
      attempt,
      receivedAt: receivedAt.toISOString(),
    })),
    text: hide(content.text),
    textPath: hide(content.path),
    files: content.files.map(({ path, bytes }) => ({ path: hide(path), bytes })),
    submission: hideIn(content.submission, hide),
    corrections: content.corrections,
    checks: (JSON.parse(content.checks) as CheckResult[]).map((check) => ({
      ...check,
      says: hide(check.says),
    })),
    claims: JSON.parse(content.claims) as FoundClaim[],
    rubric,
    slot,
    marks: marksIn(slot),
    summary: own?.summary ?? '',
    isDone: (own?.finishedAt ?? null) !== null,
    others: others.map(({ slot: place, reviewerId, finishedAt }) => ({
      slot: place,
      name: names.get(reviewerId ?? '') ?? 'Somebody',
      isDone: finishedAt !== null,
    })),
    second: canCompare
      ? {
          marks: marksIn(other.slot),
          agreement: agreementOf(rubric, marksIn(slot), marksIn(other.slot)),
        }
      : null,
    notes: notes
      .filter((note) => canCompare || note.slot === slot || reviews.length === 1)
      .map(({ id, slot: place, firstLine, lastLine, text, by }) => ({
        id,
        slot: place,
        firstLine,
        lastLine,
        text,
        by,
        isOwn: by === actor.name,
      })),
    bank: bank.map(({ id, criterionId, text }) => ({ id, criterionId, text })),
  }
  return { ok: true, value }
}

/** Titles and quoted text of what was read may hold a name as well. */
function hideIn(submission: CorrectedSubmission, hide: (text: string) => string): CorrectedSubmission {
  return JSON.parse(hide(JSON.stringify(submission))) as CorrectedSubmission
}
