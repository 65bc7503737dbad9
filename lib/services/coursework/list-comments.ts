import type { Actor } from '@/lib/auth/actor'
import { bankOf } from '@/lib/db/coursework/remarks'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { openAssignment } from '@/lib/services/coursework/access'

export const Input = z.strictObject({ assignmentId: Id })

/** The comments that reviewers keep for using them again. */
export async function listComments(
  actor: Actor,
  { assignmentId }: z.infer<typeof Input>,
): Promise<Result<{ id: string; criterionId: string | null; text: string }[]>> {
  const opened = await openAssignment(actor, assignmentId, 'review')
  if (!opened.ok) return opened
  const bank = await bankOf(assignmentId)
  return { ok: true, value: bank.map(({ id, criterionId, text }) => ({ id, criterionId, text })) }
}
