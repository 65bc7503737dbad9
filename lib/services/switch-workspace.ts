import type { Person } from '@/lib/auth/actor'
import { listMemberships } from '@/lib/db/memberships'
import { setSessionWorkspace } from '@/lib/db/sessions'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { problem } from '@/lib/services/problem'

export const Input = z.strictObject({ workspaceId: Id })

/** Chooses the workspace that this browser works in. */
export async function switchWorkspace(
  { userId, sessionId }: Person,
  { workspaceId }: z.infer<typeof Input>,
): Promise<Result<null>> {
  const places = await listMemberships(userId)
  if (!places.some((place) => place.workspaceId === workspaceId)) {
    return problem('not-found', 'You do not belong to this workspace. Somebody may have removed you.')
  }
  await setSessionWorkspace(sessionId, workspaceId)
  return { ok: true, value: null }
}
