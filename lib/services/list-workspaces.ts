import type { Person } from '@/lib/auth/actor'
import { listMemberships } from '@/lib/db/memberships'
import type { Role } from '@/lib/model/protocol'

export type WorkspaceView = { id: string; name: string; role: Role }

/** The workspaces that a person belongs to, the one joined first first. */
export async function listWorkspaces({ userId }: Pick<Person, 'userId'>): Promise<WorkspaceView[]> {
  return (await listMemberships(userId)).map(({ workspaceId, workspaceName, role }) => ({
    id: workspaceId,
    name: workspaceName,
    role,
  }))
}
