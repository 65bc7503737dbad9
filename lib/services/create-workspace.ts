import { randomUUID } from 'node:crypto'
import type { Person } from '@/lib/auth/actor'
import { database } from '@/lib/db/database'
import { insertWorkspace } from '@/lib/db/members'
import { listMemberships } from '@/lib/db/memberships'
import { setSessionWorkspace } from '@/lib/db/sessions'
import type { Result } from '@/lib/model/protocol'
import { line } from '@/lib/model/text'
import { z } from '@/lib/model/zod'
import { problem } from '@/lib/services/problem'

export const Input = z.strictObject({ name: line(100) })

/** Keeps one account from filling the database with workspaces. */
const MAX_OWNED = 50

/** Makes a workspace that the person owns, and goes there. */
export async function createWorkspace(
  { userId, sessionId }: Person,
  { name }: z.infer<typeof Input>,
): Promise<Result<{ id: string }>> {
  const owned = (await listMemberships(userId)).filter(({ role }) => role === 'owner')
  if (owned.length >= MAX_OWNED) {
    return problem(
      'too-many',
      `You own ${owned.length} workspaces, the most there may be. Hand one over first.`,
    )
  }
  const id = randomUUID()
  await database().client.$transaction((tx) => insertWorkspace(tx, { id, name, ownerId: userId }))
  await setSessionWorkspace(sessionId, id)
  return { ok: true, value: { id } }
}
