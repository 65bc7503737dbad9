import type { Actor } from '@/lib/auth/actor'
import { keepWork } from '@/lib/db/coursework/keep-work'
import { putOwnStudent } from '@/lib/db/coursework/roster'
import { database } from '@/lib/db/database'
import type { Result } from '@/lib/model/protocol'
import type { z } from '@/lib/model/zod'
import type { Input } from '@/lib/services/coursework/preview-hand-in'
import { readHandIn } from '@/lib/services/coursework/read-hand-in'
import { toNewWork } from '@/lib/services/coursework/to-new-work'

/** Hands in a text, or a model as a text: as a first work, or as a further attempt. */
export async function handIn(
  actor: Actor,
  input: z.infer<typeof Input>,
  now = () => new Date(),
): Promise<Result<{ attempt: number; outcome: 'new' | 'same' | 'resubmission' }>> {
  const read = await readHandIn(actor, input)
  if (!read.ok) return read
  const { assignment, course, work } = read
  const at = now()
  const kept = await database().client.$transaction(async (tx) => {
    const student = await putOwnStudent(tx, {
      courseId: course.id,
      userId: actor.userId,
      name: actor.name,
      now: at,
    })
    const own = toNewWork(work, {
      assignmentId: assignment.id,
      studentId: student.id,
      rubricVersion: assignment.rubricVersion,
      source: input.from.kind,
    })
    return keepWork(tx, own, { slots: assignment.hasSecondMarker ? 2 : 1, now: at })
  })
  return { ok: true, value: { attempt: kept.attempt, outcome: kept.outcome } }
}
