import { database, type Queries } from '@/lib/db/database'

/** True once somebody owns this installation. */
export async function hasOwner(queries: Queries): Promise<boolean> {
  return (await queries.membership.count({ where: { role: 'owner' } })) > 0
}

/** The id of whoever signs in with this name, given in its normal form. */
export async function findUserId(username: string): Promise<string | undefined> {
  return (await database().client.user.findUnique({ where: { username }, select: { id: true } }))?.id
}

/** A person to be: `username` in its normal form, the password as its hash. */
export type NewPerson = { id: string; name: string; username: string; passwordHash: string }

/** Writes a person with their password, as better-auth keeps it. The mail address is made up and never used. */
export async function insertPerson(tx: Queries, person: NewPerson, now: Date): Promise<void> {
  const { id, name, username, passwordHash } = person
  await tx.user.create({
    data: {
      id,
      name,
      username,
      displayUsername: name,
      email: `${id}@bulkhead.invalid`,
      createdAt: now,
      updatedAt: now,
    },
  })
  await tx.account.create({
    data: {
      id: `${id}-password`,
      accountId: id,
      providerId: 'credential',
      userId: id,
      password: passwordHash,
      createdAt: now,
      updatedAt: now,
    },
  })
}

/** The stored hash of somebody's password. */
export async function findPasswordHash(userId: string): Promise<string | undefined> {
  const where = { userId, providerId: 'credential' }
  return (
    (await database().client.account.findFirst({ where, select: { password: true } }))?.password ?? undefined
  )
}

/** Puts a new password in place and signs the person out everywhere, but for one session. */
export async function replacePassword(
  tx: Queries,
  userId: string,
  passwordHash: string,
  now: Date,
  keepSessionId?: string,
): Promise<void> {
  await tx.account.updateMany({
    where: { userId, providerId: 'credential' },
    data: { password: passwordHash, updatedAt: now },
  })
  await tx.session.deleteMany({ where: { userId, ...(keepSessionId && { id: { not: keepSessionId } }) } })
}

/** Makes a workspace with its first member. */
export async function insertWorkspace(
  tx: Queries,
  of: { id: string; name: string; ownerId: string },
): Promise<void> {
  await tx.workspace.create({
    data: { id: of.id, name: of.name, memberships: { create: { userId: of.ownerId, role: 'owner' } } },
  })
}

/** Gives a person another name to be shown and to sign in with. False when somebody else has it. */
export function renamePerson(
  userId: string,
  of: { name: string; username: string },
  now: Date,
): Promise<boolean> {
  return database().client.$transaction(async (tx) => {
    const holder = await tx.user.findUnique({ where: { username: of.username }, select: { id: true } })
    if (holder && holder.id !== userId) return false
    const data = { name: of.name, username: of.username, displayUsername: of.name, updatedAt: now }
    await tx.user.update({ where: { id: userId }, data })
    return true
  })
}
