import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import { database } from '@/lib/db/database'
import { findHead } from '@/lib/db/load-model'
import { entriesSince } from '@/lib/db/log-entries'
import { Id } from '@/lib/model/id'
import { type Result, Seq, type SinceAnswer } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { modelNotFound } from '@/lib/services/problem'

export const Input = z.strictObject({ id: Id, since: Seq })

/** What happened to a model after the log entry `since`. */
export async function listChanges(actor: Actor, input: z.infer<typeof Input>): Promise<Result<SinceAnswer>> {
  const { client } = database()
  const head = await findHead(client, actor.workspaceId, input.id)
  if (!head || !can(actor, 'read-model', head)) return modelNotFound()
  return { ok: true, value: { seq: head.seq, ...(await entriesSince(client, head, input.since)) } }
}
