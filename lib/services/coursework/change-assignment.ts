import type { Actor } from '@/lib/auth/actor'
import { updateAssignment } from '@/lib/db/coursework/assignments'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { line, Moment, text } from '@/lib/model/text'
import { z } from '@/lib/model/zod'
import { openAssignment } from '@/lib/services/coursework/access'

export const Input = z.strictObject({
  assignmentId: Id,
  name: line(200).optional(),
  instructions: text(20_000).optional(),
  isAnonymous: z.boolean().optional(),
  hasSecondMarker: z.boolean().optional(),
  dueAt: Moment.nullable().optional(),
})

/** Changes what is said about an assignment, and how it is marked. */
export async function changeAssignment(
  actor: Actor,
  { assignmentId, dueAt, ...rest }: z.infer<typeof Input>,
): Promise<Result<{ id: string }>> {
  const opened = await openAssignment(actor, assignmentId, 'manage-course')
  if (!opened.ok) return opened
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  await updateAssignment(assignmentId, {
    ...given,
    ...(dueAt === undefined ? {} : { dueAt: dueAt === null ? null : new Date(dueAt) }),
  })
  return { ok: true, value: { id: assignmentId } }
}
