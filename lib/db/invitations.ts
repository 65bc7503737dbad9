import { randomBytes, randomUUID } from 'node:crypto'
import { database, type Queries } from '@/lib/db/database'
import type { Invitation } from '@/lib/db/generated/client'
import { hashToken } from '@/lib/db/links'
import type { Role } from '@/lib/model/protocol'

export type NewInvitation = {
  workspaceId: string
  role: Role
  note: string
  invitedBy: string
  now: Date
  lifetimeMs: number
}

/** Makes an invitation and its token: 32 random bytes. The database learns its hash only. */
export async function insertInvitation({ now, lifetimeMs, ...of }: NewInvitation): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await database().client.invitation.create({
    data: {
      ...of,
      id: randomUUID(),
      tokenHash: hashToken(token),
      createdAt: now,
      expiresAt: new Date(now.getTime() + lifetimeMs),
    },
  })
  return token
}

/** The invitations of a workspace, the newest first. */
export function listInvitations(workspaceId: string): Promise<Invitation[]> {
  return database().client.invitation.findMany({
    where: { workspaceId },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: 100,
  })
}

/** The invitation of this token while it is good: unused, not revoked and not expired. */
export async function findInvitation(queries: Queries, token: string, now: Date) {
  const found = await queries.invitation.findFirst({
    where: { tokenHash: hashToken(token), usedAt: null, revokedAt: null, expiresAt: { gt: now } },
    include: { workspace: { select: { name: true } } },
  })
  return found ?? undefined
}

/** Uses an invitation up. False when it was not good any more: of two who use it at once, one gets true. */
export async function spendInvitation(
  tx: Queries,
  of: { token: string; usedBy: string; now: Date },
): Promise<boolean> {
  const { count } = await tx.invitation.updateMany({
    where: { tokenHash: hashToken(of.token), usedAt: null, revokedAt: null, expiresAt: { gt: of.now } },
    data: { usedAt: of.now, usedBy: of.usedBy },
  })
  return count === 1
}

/** Takes an unused invitation back. False when there is none of this id that could still be used. */
export async function withdrawInvitation(workspaceId: string, id: string, now: Date): Promise<boolean> {
  const { count } = await database().client.invitation.updateMany({
    where: { id, workspaceId, usedAt: null, revokedAt: null },
    data: { revokedAt: now },
  })
  return count === 1
}
