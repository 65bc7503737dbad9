import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import { checkChain } from '@/lib/db/check-chain'
import { database } from '@/lib/db/database'
import { readModel } from '@/lib/db/load-model'
import { readPayload } from '@/lib/db/log-entries'
import { applyChange } from '@/lib/model/apply-change'
import { canonicalJson } from '@/lib/model/canonical'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import type { ThreatModel } from '@/lib/model/threat-model'
import { z } from '@/lib/model/zod'
import { forbidden, modelNotFound } from '@/lib/services/problem'

export const Input = z.strictObject({ id: Id })

/** `fault`: the first thing that is wrong, and the entry at which it was seen. Without one, everything holds. */
export type LogCheck = { entries: number; head: string; fault?: { seq: number; sentence: string } }

/**
 * Checks that nobody changed, dropped or added an entry of a model's log behind the server's back, and that the model
 * as it is stored is what the log leads to.
 */
export async function checkLog(
  actor: Actor,
  { id }: z.infer<typeof Input>,
  options: { inBin?: boolean } = {},
): Promise<Result<LogCheck>> {
  const loaded = await database().client.$transaction((tx) => readModel(tx, actor.workspaceId, id, options))
  if (!loaded) return modelNotFound()
  const { head, document } = loaded
  if (!can(actor, 'check-log', head)) return forbidden('check the log')
  let replayed: ThreatModel | undefined
  const chainFault = await checkChain(head, ({ payload }) => {
    replayed = replay(replayed, payload)
  })
  const fault = chainFault ?? checkDocument(head.seq, document, replayed)
  return { ok: true, value: { entries: head.seq, head: head.hash, ...(fault && { fault }) } }
}

function replay(before: ThreatModel | undefined, payload: string): ThreatModel | undefined {
  const { document, change } = readPayload(payload)
  return document ?? (before && applyChange(before, { ...change, atomic: true }).model)
}

function checkDocument(seq: number, stored: ThreatModel, replayed: ThreatModel | undefined) {
  return replayed && canonicalJson(stored) === canonicalJson(replayed)
    ? undefined
    : {
        seq,
        sentence: 'The log is whole, but the stored model is not what it leads to: its rows were changed.',
      }
}
