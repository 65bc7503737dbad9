import { createHash, randomBytes } from 'node:crypto'
import { database, type Queries } from '@/lib/db/database'

export type LinkPurpose = 'setup' | 'reset'

/** Makes a one-time link's token: 32 random bytes. The database learns its hash only. */
export async function createLink(of: {
  purpose: LinkPurpose
  userId?: string
  now: Date
  lifetimeMs: number
}): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(of.now.getTime() + of.lifetimeMs)
  await database().client.oneTimeLink.create({
    data: {
      tokenHash: hashToken(token),
      purpose: of.purpose,
      userId: of.userId ?? null,
      createdAt: of.now,
      expiresAt,
    },
  })
  return token
}

/** The link of this token while it is good: unused and not expired. */
export async function findLink(queries: Queries, purpose: LinkPurpose, token: string, now: Date) {
  const where = { tokenHash: hashToken(token), purpose, usedAt: null, expiresAt: { gt: now } }
  return (await queries.oneTimeLink.findFirst({ where })) ?? undefined
}

/** Uses a link up. False when it was not good any more: of two who use it at once, one gets true. */
export async function spendLink(
  tx: Queries,
  purpose: LinkPurpose,
  token: string,
  now: Date,
): Promise<boolean> {
  const { count } = await tx.oneTimeLink.updateMany({
    where: { tokenHash: hashToken(token), purpose, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  })
  return count === 1
}

/** Withdraws unused links of a purpose, for one person or for nobody in particular. */
export async function withdrawLinks(purpose: LinkPurpose, userId: string | null = null): Promise<void> {
  await database().client.oneTimeLink.deleteMany({ where: { purpose, userId, usedAt: null } })
}

/** The form in which the token of a link is kept. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex')
}
