import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import { listInvitations } from '@/lib/db/invitations'
import { findWorkspace, listPeople } from '@/lib/db/memberships'
import type { Result, Role } from '@/lib/model/protocol'
import { forbidden } from '@/lib/services/problem'

export type MemberView = { userId: string; name: string; role: Role; since: string }

/** `open`: can still be used. */
export type InvitationView = {
  id: string
  role: Role
  note: string
  invitedBy: string
  createdAt: string
  expiresAt: string
  state: 'open' | 'used' | 'revoked' | 'expired'
  usedBy?: string
}

export type MembersView = {
  workspace: { id: string; name: string }
  members: MemberView[]
  /** Only for those who may invite. */
  invitations?: InvitationView[]
}

/** Everybody in the actor's workspace, and for owners the ways into it. */
export async function listMembers(actor: Actor, now = () => new Date()): Promise<Result<MembersView>> {
  if (!can(actor, 'read-members', actor)) return forbidden('see who is in this workspace')
  const workspace = (await findWorkspace(actor.workspaceId)) ?? { id: actor.workspaceId, name: '' }
  const members = (await listPeople(actor.workspaceId)).map(({ since, ...member }) => ({
    ...member,
    since: since.toISOString(),
  }))
  const invitations = can(actor, 'invite', actor) ? await invitationsOf(actor.workspaceId, now()) : undefined
  return { ok: true, value: { workspace, members, ...(invitations && { invitations }) } }
}

async function invitationsOf(workspaceId: string, now: Date): Promise<InvitationView[]> {
  return (await listInvitations(workspaceId)).map((each) => ({
    id: each.id,
    role: each.role as Role,
    note: each.note,
    invitedBy: each.invitedBy,
    createdAt: each.createdAt.toISOString(),
    expiresAt: each.expiresAt.toISOString(),
    state: each.usedAt ? 'used' : each.revokedAt ? 'revoked' : each.expiresAt <= now ? 'expired' : 'open',
    ...(each.usedBy !== null && { usedBy: each.usedBy }),
  }))
}
