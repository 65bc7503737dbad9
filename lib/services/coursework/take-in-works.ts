import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/auth/actor'
import type { IntakeLine, IntakeOutcome } from '@/lib/coursework/views'
import { keepWork } from '@/lib/db/coursework/keep-work'
import { listStudents, putStudents } from '@/lib/db/coursework/roster'
import { database } from '@/lib/db/database'
import { inTurn } from '@/lib/db/in-turn'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { toLine } from '@/lib/model/to-line'
import { z } from '@/lib/model/zod'
import { openAssignment } from '@/lib/services/coursework/access'
import { readerContent } from '@/lib/services/coursework/reader-content'
import { toNewWork } from '@/lib/services/coursework/to-new-work'
import { problem } from '@/lib/services/problem'
import { courseworkInWorker } from '@/lib/workers/coursework-in-worker'
import type { SentFile, TakenUnit } from '@/lib/workers/coursework-protocol'

export const Input = z.strictObject({
  assignmentId: Id,
  /** Names an intake that goes on after it was cut off. */
  batchId: Id.optional(),
  /** Whoever is not on the roster is put there, called as their file is. */
  addsStudents: z.boolean(),
})

const SENTENCES: Record<Exclude<IntakeOutcome, 'refused'>, (attempt: number) => string> = {
  new: () => 'Taken in.',
  same: () => 'The same was taken in before; nothing changed.',
  resubmission: (attempt) => `Taken in as attempt ${attempt}; what changed is shown beside it.`,
  unmatched: () => 'Nobody on the roster fits. Say whose it is.',
}

/**
 * Takes in works: single files, archives, folders of repositories. Every file has its line in the answer; sending the
 * same again changes nothing, so that an intake that was cut off is sent again.
 */
export async function takeInWorks(
  actor: Actor,
  { assignmentId, batchId = randomUUID(), addsStudents }: z.infer<typeof Input>,
  files: SentFile[],
  now = () => new Date(),
): Promise<Result<{ batchId: string; lines: IntakeLine[] }>> {
  const opened = await openAssignment(actor, assignmentId, 'take-in')
  if (!opened.ok) return opened
  const { assignment, course } = opened
  const students = await listStudents(course.id)
  const known = students.map(({ id, identifier, name, email }) => ({ id, identifier, name, email }))
  const content = await readerContent(assignment)
  const answer = await courseworkInWorker({ kind: 'take-in', files, students: known, content })
  if ('stopped' in answer) return problem('too-large', answer.stopped)
  const at = now()
  const units = addsStudents ? await withStudents(course.id, answer.units, at) : answer.units
  return inTurn(`intake ${assignmentId}`, async () => {
    const lines: IntakeLine[] = answer.refused.map(({ path, sentence }) => ({
      id: randomUUID(),
      path: toLine(path, 300),
      outcome: 'refused' as const,
      sentence,
      workId: null,
    }))
    const slots = assignment.hasSecondMarker ? 2 : 1
    await database().client.$transaction(
      async (tx) => {
        for (const unit of units) {
          const line = { id: randomUUID(), path: toLine(unit.path, 300) }
          if (unit.studentId === undefined) {
            lines.push({ ...line, outcome: 'unmatched', sentence: SENTENCES.unmatched(0), workId: null })
            continue
          }
          const work = toNewWork(unit.work, {
            assignmentId,
            studentId: unit.studentId,
            rubricVersion: assignment.rubricVersion,
            source: 'upload',
          })
          const kept = await keepWork(tx, work, { slots, now: at })
          const hint = work.unreadable ? ` ${work.unreadable}` : ''
          const sentence = SENTENCES[kept.outcome](kept.attempt) + hint
          lines.push({ ...line, outcome: kept.outcome, sentence, workId: kept.workId })
        }
        const waiting = new Map(units.map((unit) => [toLine(unit.path, 300), unit]))
        await tx.intakeFile.createMany({
          data: lines.map((line) => ({ ...line, assignmentId, batchId, at, ...keptText(line, waiting) })),
        })
      },
      { timeout: 120_000, maxWait: 120_000 },
    )
    return { ok: true, value: { batchId, lines } }
  })
}

/** What nobody owns yet is kept, so that it need not be sent again. */
function keptText(line: IntakeLine, units: ReadonlyMap<string, TakenUnit>) {
  const unit = line.outcome === 'unmatched' ? units.get(line.path) : undefined
  return unit ? { files: JSON.stringify(unit.work) } : {}
}

/** Puts whoever is missing on the roster. Two units of one name are one student, and the second a further attempt. */
async function withStudents(courseId: string, units: TakenUnit[], now: Date): Promise<TakenUnit[]> {
  const names = new Set(units.filter(({ studentId }) => !studentId).map(({ guessedName }) => guessedName))
  if (names.size === 0) return units
  const entries = [...names].map((name) => ({ identifier: name.toLowerCase(), name, email: '' }))
  const before = new Map((await listStudents(courseId)).map((one) => [one.identifier, one.id]))
  await putStudents(
    courseId,
    entries.filter(({ identifier }) => !before.has(identifier)),
    now,
  )
  const ids = new Map((await listStudents(courseId)).map((one) => [one.identifier, one.id]))
  return units.map((unit) => ({
    ...unit,
    studentId: unit.studentId ?? ids.get(unit.guessedName.toLowerCase()),
  }))
}
