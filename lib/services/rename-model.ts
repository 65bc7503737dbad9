import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/auth/actor'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { Meta } from '@/lib/model/threat-model'
import { z } from '@/lib/model/zod'
import { applyChanges } from '@/lib/services/apply-changes'
import { getModel } from '@/lib/services/get-model'
import { problem } from '@/lib/services/problem'

export const Input = z.strictObject({ id: Id, name: Meta.shape.name })

/** Gives a model another name: a change like any other, so it stands in the log and can be undone. */
export async function renameModel(
  actor: Actor,
  { id, name }: z.infer<typeof Input>,
): Promise<Result<{ seq: number }>> {
  const found = await getModel(actor, { id })
  if (!found.ok) return found
  const was = found.value.document.meta.name
  if (was === name) return { ok: true, value: { seq: found.value.seq } }
  const change = {
    id: randomUUID(),
    label: 'Rename the model',
    atomic: true,
    edits: [{ type: 'set-meta' as const, field: 'name' as const, value: name, was }],
  }
  const answer = await applyChanges(actor, { id, base: found.value.seq, changes: [change] })
  if (!answer.ok) return answer
  const [refused] = answer.value.refused
  if (refused) return problem(refused.code === 'forbidden' ? 'forbidden' : 'conflict', refused.sentence)
  return { ok: true, value: { seq: answer.value.seq } }
}
