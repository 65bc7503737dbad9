import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import { database } from '@/lib/db/database'
import { findHead } from '@/lib/db/load-model'
import { entriesSince } from '@/lib/db/log-entries'
import { Id } from '@/lib/model/id'
import { type Result, Seq, type SinceAnswer } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { notePresence } from '@/lib/services/presence'
import { modelNotFound } from '@/lib/services/problem'

/** `tab`: a page that has the model open says so by this, under a name of its own. */
export const Input = z.strictObject({ id: Id, since: Seq, tab: Id.optional() })

/** What happened to a model after the log entry `since`, and who has it open. */
export async function listChanges(
  actor: Actor,
  input: z.infer<typeof Input>,
  now = () => new Date(),
): Promise<Result<SinceAnswer>> {
  const { client } = database()
  const head = await findHead(client, actor.workspaceId, input.id)
  if (!head || !can(actor, 'read-model', head)) return modelNotFound()
  const since = await entriesSince(client, head, input.since)
  if (input.tab === undefined) return { ok: true, value: { seq: head.seq, ...since } }
  const here = notePresence(head.id, input.tab, { userId: actor.userId, name: actor.name }, now().getTime())
  return { ok: true, value: { seq: head.seq, ...since, here } }
}
