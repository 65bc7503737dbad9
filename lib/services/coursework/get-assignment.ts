import type { Actor } from '@/lib/auth/actor'
import type { AssignmentView } from '@/lib/coursework/views'
import { listRubricVersions } from '@/lib/db/coursework/assignments'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { openAssignment } from '@/lib/services/coursework/access'
import { loadRubric } from '@/lib/services/coursework/load-rubric'

export const Input = z.strictObject({ assignmentId: Id })

/** An assignment with its rubric, for everybody in the course. Who changed the rubric is told to reviewers. */
export async function getAssignment(
  actor: Actor,
  { assignmentId }: z.infer<typeof Input>,
): Promise<Result<AssignmentView>> {
  const opened = await openAssignment(actor, assignmentId, 'read-course')
  if (!opened.ok) return opened
  const { assignment, course, role } = opened
  const versions = role === 'student' ? [] : await listRubricVersions(assignmentId)
  const value = {
    id: assignment.id,
    courseId: course.id,
    courseName: course.name,
    name: assignment.name,
    instructions: assignment.instructions,
    isAnonymous: assignment.isAnonymous,
    hasSecondMarker: assignment.hasSecondMarker,
    dueAt: assignment.dueAt?.toISOString() ?? null,
    releasedAt: assignment.releasedAt?.toISOString() ?? null,
    role,
    rubric: await loadRubric(assignment),
    rubricVersion: assignment.rubricVersion,
    versions: versions.map(({ version, createdBy, createdAt }) => ({
      version,
      by: createdBy,
      at: createdAt.toISOString(),
    })),
  }
  return { ok: true, value }
}
