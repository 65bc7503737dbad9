import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import { database } from '@/lib/db/database'
import { loadModel } from '@/lib/db/load-model'
import { type LogPayload, walkLog } from '@/lib/db/log-entries'
import { applyChange } from '@/lib/model/apply-change'
import type { Edit } from '@/lib/model/change'
import { Id } from '@/lib/model/id'
import { type Result, Seq } from '@/lib/model/protocol'
import type { ThreatModel } from '@/lib/model/threat-model'
import { z } from '@/lib/model/zod'
import { modelNotFound, problem } from '@/lib/services/problem'

export const Input = z.strictObject({ id: Id, seq: Seq })

/** `edits`: what takes the change back where it still applies. `left`: how many of its edits were changed since. */
export type UndoPlan = { label: string; edits: Edit[]; left: number }

/**
 * Works out what would take a past change back, on the model as it is now: what somebody changed since stays. Nothing is
 * changed by asking; the edits are made as a change of their own, like any other.
 */
export async function planUndo(actor: Actor, { id, seq }: z.infer<typeof Input>): Promise<Result<UndoPlan>> {
  const loaded = await loadModel(actor.workspaceId, id)
  if (!loaded || !can(actor, 'read-history', loaded.head)) return modelNotFound()
  if (seq < 1 || seq > loaded.head.seq) return problem('not-found', 'There is no such entry in the history.')
  let model: ThreatModel | undefined
  let past: LogPayload | undefined
  let inverse: Edit[] = []
  await walkLog(database().client, id, seq, (at, payload) => {
    const applied = model && applyChange(model, { ...payload.change, atomic: true })
    if (at === seq) {
      past = payload
      inverse = applied?.inverse ?? []
    }
    model = payload.document ?? applied?.model
  })
  if (!past || past.document) {
    return problem('invalid', 'This entry made the model. To be rid of it, delete the model.')
  }
  const { label } = past.change
  const change = { id: 'undo', label, atomic: false, edits: inverse }
  const { applied, refused } = applyChange(loaded.document, change)
  return { ok: true, value: { label, edits: applied, left: refused.length } }
}
