import { database } from '@/lib/db/database'
import { joined } from '@/lib/db/memberships'

/** A browser in which a person is signed in. */
export type SessionRow = { id: string; userAgent: string | null; createdAt: Date; updatedAt: Date }

/** A session with whose it is and where they are members, as every request asks for it. */
export function findSessionByToken(token: string) {
  return database().client.session.findUnique({
    where: { token },
    select: {
      id: true,
      expiresAt: true,
      updatedAt: true,
      workspaceId: true,
      user: {
        select: {
          id: true,
          name: true,
          memberships: { select: { workspaceId: true, role: true }, orderBy: [...joined] },
        },
      },
    },
  })
}

/** The sessions of a person that have not ended, the one used last first. */
export function listSessionRows(userId: string, now: Date): Promise<SessionRow[]> {
  return database().client.session.findMany({
    where: { userId, expiresAt: { gt: now } },
    select: { id: true, userAgent: true, createdAt: true, updatedAt: true },
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
  })
}

/** Ends one session of a person. False when it is not theirs or has ended. */
export async function removeSession(userId: string, id: string): Promise<boolean> {
  return (await database().client.session.deleteMany({ where: { id, userId } })).count === 1
}

/** Ends every session of a person but one. Resolves to how many ended. */
export async function removeOtherSessions(userId: string, keepId: string): Promise<number> {
  return (await database().client.session.deleteMany({ where: { userId, id: { not: keepId } } })).count
}

/** Notes which workspace a browser works in. */
export async function setSessionWorkspace(sessionId: string, workspaceId: string): Promise<void> {
  await database().client.session.updateMany({ where: { id: sessionId }, data: { workspaceId } })
}
