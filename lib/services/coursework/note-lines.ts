import type { Actor } from '@/lib/auth/actor'
import { addNote, dropNote } from '@/lib/db/coursework/remarks'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { text } from '@/lib/model/text'
import { z } from '@/lib/model/zod'
import { courseworkNotFound, openWork } from '@/lib/services/coursework/access'

const Line = z.int().min(1).max(1_000_000)

export const Input = z.strictObject({
  workId: Id,
  slot: z.int().min(1).max(2),
  firstLine: Line,
  lastLine: Line,
  text: text(5_000).refine((value) => value.trim() !== '', 'Write something.'),
})

/** Writes a note on lines of a text, for the student to read with the feedback. */
export async function noteLines(
  actor: Actor,
  input: z.infer<typeof Input>,
  now = () => new Date(),
): Promise<Result<{ id: string }>> {
  const opened = await openWork(actor, input.workId, 'review')
  if (!opened.ok) return opened
  const { id } = await addNote({ ...input, by: actor.name, at: now() })
  return { ok: true, value: { id } }
}

export const RemoveInput = z.strictObject({ workId: Id, noteId: Id })

/** Removes a note of the actor's own. */
export async function removeNote(
  actor: Actor,
  { workId, noteId }: z.infer<typeof RemoveInput>,
): Promise<Result<{ id: string }>> {
  const opened = await openWork(actor, workId, 'review')
  if (!opened.ok) return opened
  return (await dropNote(workId, noteId, actor.name))
    ? { ok: true, value: { id: noteId } }
    : courseworkNotFound()
}
