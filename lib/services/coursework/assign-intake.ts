import type { Actor } from '@/lib/auth/actor'
import type { ReadWork } from '@/lib/coursework/intake/read-unit'
import { findWaiting } from '@/lib/db/coursework/intake'
import { keepWork } from '@/lib/db/coursework/keep-work'
import { findStudent } from '@/lib/db/coursework/roster'
import { database } from '@/lib/db/database'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { courseworkNotFound, openAssignment } from '@/lib/services/coursework/access'
import { toNewWork } from '@/lib/services/coursework/to-new-work'

export const Input = z.strictObject({ assignmentId: Id, fileId: Id, studentId: Id })

/** Says whose a file is that fitted nobody. */
export async function assignIntake(
  actor: Actor,
  { assignmentId, fileId, studentId }: z.infer<typeof Input>,
  now = () => new Date(),
): Promise<Result<{ workId: string }>> {
  const opened = await openAssignment(actor, assignmentId, 'take-in')
  if (!opened.ok) return opened
  const { assignment, course } = opened
  const [file, student] = await Promise.all([
    findWaiting(assignmentId, fileId),
    findStudent(course.id, studentId),
  ])
  if (!file?.files || !student) return courseworkNotFound()
  const { rubricVersion, hasSecondMarker } = assignment
  const read = JSON.parse(file.files) as ReadWork
  const work = toNewWork(read, { assignmentId, studentId, rubricVersion, source: 'upload' })
  const kept = await database().client.$transaction(async (tx) => {
    const done = await keepWork(tx, work, { slots: hasSecondMarker ? 2 : 1, now: now() })
    await tx.intakeFile.update({
      where: { id: fileId },
      data: {
        outcome: done.outcome,
        sentence: 'Taken in for the student that an instructor named.',
        workId: done.workId,
        files: null,
      },
    })
    return done
  })
  return { ok: true, value: { workId: kept.workId } }
}
