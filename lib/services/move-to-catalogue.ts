import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import { database } from '@/lib/db/database'
import { findHead } from '@/lib/db/load-model'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { applyChanges } from '@/lib/services/apply-changes'
import { modelNotFound, problem } from '@/lib/services/problem'

/** `hash` is the catalogue that was looked at before: what is applied is what was shown. */
export const Input = z.strictObject({
  modelIds: z.array(Id).min(1).max(200),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
})

/**
 * Pins models to a catalogue, each by an edit of its own that can be undone and stands in its log. What was frozen of a
 * model before stays as it was. Stops at the first model that cannot be moved.
 */
export async function moveToCatalogue(
  actor: Actor,
  { modelIds, hash }: z.infer<typeof Input>,
  now = () => new Date(),
): Promise<Result<{ moved: number }>> {
  let moved = 0
  for (const id of modelIds) {
    const head = await findHead(database().client, actor.workspaceId, id)
    if (!head || !can(actor, 'read-model', head)) return modelNotFound()
    if (head.catalogueHash === hash) continue
    const edit = { type: 'pin-catalogue', value: hash, was: head.catalogueHash } as const
    const change = { id: randomUUID(), label: 'Move to a newer catalogue', atomic: true, edits: [edit] }
    const answer = await applyChanges(actor, { id, base: head.seq, changes: [change] }, now)
    if (!answer.ok) return answer
    const [refused] = answer.value.refused
    if (refused) return problem(refused.code === 'forbidden' ? 'forbidden' : 'conflict', refused.sentence)
    moved += 1
  }
  return { ok: true, value: { moved } }
}
