import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/auth/actor'
import { modelEdits } from '@/lib/coursework/model/model-edits'
import { CatalogueId, Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { line } from '@/lib/model/text'
import { z } from '@/lib/model/zod'
import { applyChanges } from '@/lib/services/apply-changes'
import { openForModel } from '@/lib/services/coursework/propose-model'
import { createModel } from '@/lib/services/create-model'
import { problem } from '@/lib/services/problem'

export const Input = z.strictObject({
  workId: Id,
  name: line(200),
  choices: z.array(z.strictObject({ item: z.string().max(20), threatId: CatalogueId.nullable() })).max(500),
})

/** Makes a model of a work in the actor's workspace, with the catalogue entries that they confirmed. */
export async function makeModel(
  actor: Actor,
  { workId, name, choices }: z.infer<typeof Input>,
  now = () => new Date(),
): Promise<Result<{ modelId: string }>> {
  const opened = await openForModel(actor, workId)
  if (!opened.ok) return opened
  const { submission, text, catalogue } = opened
  const made = await createModel(actor, { name, from: { kind: 'empty' } }, { now })
  if (!made.ok) return made
  const { id, seq } = made.value
  const edits = modelEdits(submission, {
    text,
    catalogue,
    choices,
    by: actor.name,
    at: now().toISOString(),
    newId: randomUUID,
  })
  if (edits.length > 0) {
    const change = { id: randomUUID(), label: 'Make a model of a submitted text', atomic: true, edits }
    const applied = await applyChanges(actor, { id, base: seq, changes: [change] }, now)
    if (!applied.ok) return applied
    const [refused] = applied.value.refused
    if (refused) return problem('conflict', `The model was made empty: ${refused.sentence}`)
  }
  return { ok: true, value: { modelId: id } }
}
