import { database, type Queries } from '@/lib/db/database'
import { Role } from '@/lib/model/protocol'

/** A person with their place in a workspace. */
export type Member = { userId: string; name: string; workspaceId: string; role: Role }

/** A person in the workspace they joined first; undefined when they belong to none. */
export async function findMembership(userId: string): Promise<Member | undefined> {
  const membership = await database().client.membership.findFirst({
    where: { userId },
    include: { user: { select: { name: true } } },
    orderBy: [{ createdAt: 'asc' }, { workspaceId: 'asc' }],
  })
  const role = Role.safeParse(membership?.role)
  if (!membership || !role.success) return undefined
  return { userId, name: membership.user.name, workspaceId: membership.workspaceId, role: role.data }
}

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

/** Puts a new password in place and signs the person out everywhere. */
export async function replacePassword(
  tx: Queries,
  userId: string,
  passwordHash: string,
  now: Date,
): Promise<void> {
  await tx.account.updateMany({
    where: { userId, providerId: 'credential' },
    data: { password: passwordHash, updatedAt: now },
  })
  await tx.session.deleteMany({ where: { userId } })
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
