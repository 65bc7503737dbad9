import type { Actor } from '@/lib/auth/actor'
import type { IntakeView } from '@/lib/coursework/views'
import { listIntake as readIntake } from '@/lib/db/coursework/intake'
import { listStudents } from '@/lib/db/coursework/roster'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { openAssignment } from '@/lib/services/coursework/access'

export const Input = z.strictObject({ assignmentId: Id })

/** What became of every file that was sent, for instructors, who know whose they are. */
export async function listIntake(
  actor: Actor,
  { assignmentId }: z.infer<typeof Input>,
): Promise<Result<IntakeView>> {
  const opened = await openAssignment(actor, assignmentId, 'take-in')
  if (!opened.ok) return opened
  const [files, students] = await Promise.all([readIntake(assignmentId), listStudents(opened.course.id)])
  const value = {
    files: files.map(({ at, outcome, ...file }) => ({
      ...file,
      outcome: outcome as IntakeView['files'][number]['outcome'],
      at: at.toISOString(),
    })),
    students: students.map(({ id, name, identifier }) => ({ id, name, identifier })),
  }
  return { ok: true, value }
}
