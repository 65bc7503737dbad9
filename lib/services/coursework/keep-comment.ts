import type { Actor } from '@/lib/auth/actor'
import { addBankComment, dropBankComment } from '@/lib/db/coursework/remarks'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { text } from '@/lib/model/text'
import { z } from '@/lib/model/zod'
import { courseworkNotFound, openAssignment } from '@/lib/services/coursework/access'

export const Input = z.strictObject({
  assignmentId: Id,
  criterionId: z.string().max(40).nullable(),
  text: text(5_000).refine((value) => value.trim() !== '', 'Write something.'),
})

/** Keeps a comment for using it again. `{student}`, `{points}`, `{lines}` and `{check}` are filled in when it is used. */
export async function keepComment(
  actor: Actor,
  input: z.infer<typeof Input>,
  now = () => new Date(),
): Promise<Result<{ id: string }>> {
  const opened = await openAssignment(actor, input.assignmentId, 'review')
  if (!opened.ok) return opened
  const { id } = await addBankComment({ ...input, by: actor.name, at: now() })
  return { ok: true, value: { id } }
}

export const RemoveInput = z.strictObject({ assignmentId: Id, commentId: Id })

/** Removes a kept comment. Where it was used, it stays. */
export async function removeComment(
  actor: Actor,
  { assignmentId, commentId }: z.infer<typeof RemoveInput>,
): Promise<Result<{ id: string }>> {
  const opened = await openAssignment(actor, assignmentId, 'review')
  if (!opened.ok) return opened
  return (await dropBankComment(assignmentId, commentId))
    ? { ok: true, value: { id: commentId } }
    : courseworkNotFound()
}
