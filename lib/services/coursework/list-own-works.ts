import type { Actor } from '@/lib/auth/actor'
import type { OwnWork } from '@/lib/coursework/views'
import { listOwnWorks as readOwnWorks } from '@/lib/db/coursework/works'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { openAssignment } from '@/lib/services/coursework/access'
import { loadFeedback } from '@/lib/services/coursework/load-feedback'
import { loadRubric } from '@/lib/services/coursework/load-rubric'

export const Input = z.strictObject({ assignmentId: Id })

/** What a student handed in, with the feedback once marks are released. Never anybody else's. */
export async function listOwnWorks(
  actor: Actor,
  { assignmentId }: z.infer<typeof Input>,
): Promise<Result<OwnWork[]>> {
  const opened = await openAssignment(actor, assignmentId, 'read-own-work')
  if (!opened.ok) return opened
  const { assignment } = opened
  const works = await readOwnWorks(assignmentId, actor.userId)
  const rubric = await loadRubric(assignment)
  const value = await Promise.all(
    works.map(async (work) => ({
      id: work.id,
      attempt: work.attempt,
      receivedAt: work.receivedAt.toISOString(),
      words: work.words,
      threats: work.threatCount,
      findings: work.findingCount,
      feedback: assignment.releasedAt
        ? ((await loadFeedback(work, { assignmentName: assignment.name, label: actor.name, rubric })) ?? null)
        : null,
    })),
  )
  return { ok: true, value }
}
