import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import { database } from '@/lib/db/database'
import { findHead } from '@/lib/db/load-model'
import { Id } from '@/lib/model/id'
import { z } from '@/lib/model/zod'

export const Input = z.strictObject({ id: Id })

/** True for a model that was put aside: everybody reads it, nobody changes it. False for what the actor cannot see. */
export async function isArchived(actor: Actor, { id }: z.infer<typeof Input>): Promise<boolean> {
  const head = await findHead(database().client, actor.workspaceId, id)
  return head !== undefined && can(actor, 'read-model', head) && head.archivedAt !== null
}
