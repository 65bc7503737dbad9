import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import { listMemberships } from '@/lib/db/memberships'
import { findPackBody } from '@/lib/db/packs'
import type { Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { problem } from '@/lib/services/problem'

export const Input = z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/) })

/** `isOwn`: it holds a workspace's own entries, so only its members may keep it. */
export type PackText = { text: string; isOwn: boolean }

/**
 * A catalogue pack as canonical JSON text. The catalogue itself is everybody's; one with own entries is for those of its
 * workspace, and for all others not there.
 */
export async function getCataloguePack(
  actor: Actor | undefined,
  { hash }: z.infer<typeof Input>,
): Promise<Result<PackText>> {
  const found = await findPackBody(hash)
  const { workspaceId } = found ?? { workspaceId: null }
  const mayRead = workspaceId === null || (actor !== undefined && (await isReader(actor, workspaceId)))
  return found && mayRead
    ? { ok: true, value: { text: found.body, isOwn: workspaceId !== null } }
    : problem('not-found', 'There is no such catalogue on this server.')
}

/** A model of another workspace of the person's may be open while this one is chosen. */
async function isReader(actor: Actor, workspaceId: string): Promise<boolean> {
  const membership = (await listMemberships(actor.userId)).find((each) => each.workspaceId === workspaceId)
  return membership !== undefined && can({ ...actor, ...membership }, 'read-catalogue', { workspaceId })
}
