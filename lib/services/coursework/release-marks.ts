import type { Actor } from '@/lib/auth/actor'
import { updateAssignment } from '@/lib/db/coursework/assignments'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { openAssignment } from '@/lib/services/coursework/access'

export const Input = z.strictObject({ assignmentId: Id, isReleased: z.boolean() })

/** Shows students their marks and feedback, or hides them again. */
export async function releaseMarks(
  actor: Actor,
  { assignmentId, isReleased }: z.infer<typeof Input>,
  now = () => new Date(),
): Promise<Result<{ isReleased: boolean }>> {
  const opened = await openAssignment(actor, assignmentId, 'release-marks')
  if (!opened.ok) return opened
  await updateAssignment(assignmentId, { releasedAt: isReleased ? now() : null })
  return { ok: true, value: { isReleased } }
}
