import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import * as memberships from '@/lib/db/memberships'
import type { Result } from '@/lib/model/protocol'
import { line } from '@/lib/model/text'
import { z } from '@/lib/model/zod'
import { forbidden } from '@/lib/services/problem'

export const Input = z.strictObject({ name: line(100) })

/** Gives the actor's workspace another name. */
export async function renameWorkspace(actor: Actor, { name }: z.infer<typeof Input>): Promise<Result<null>> {
  if (!can(actor, 'rename-workspace', actor)) return forbidden('rename this workspace')
  await memberships.renameWorkspace(actor.workspaceId, name)
  return { ok: true, value: null }
}
