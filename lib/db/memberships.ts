import { database, type Queries } from '@/lib/db/database'
import { Role } from '@/lib/model/protocol'

/** What a person may do in a workspace. */
export type Place = { workspaceId: string; role: Role }

/** The order in which somebody joined. */
export const joined = [{ createdAt: 'asc' }, { workspaceId: 'asc' }] as const satisfies object[]

/** Memberships as rows, without those whose role this version does not know. */
export function placesOf(rows: readonly { workspaceId: string; role: string }[]): Place[] {
  return rows.flatMap(({ workspaceId, role }) => {
    const known = Role.safeParse(role)
    return known.success ? [{ workspaceId, role: known.data }] : []
  })
}

/** The places of a person, the one they joined first first. */
export async function listPlaces(userId: string): Promise<Place[]> {
  const select = { workspaceId: true, role: true }
  return placesOf(
    await database().client.membership.findMany({ where: { userId }, select, orderBy: [...joined] }),
  )
}

/** A person's place in a workspace, for people to read. */
export type Membership = Place & { userId: string; workspaceName: string }

/** The places of a person, the one they joined first first. */
export async function listMemberships(userId: string): Promise<Membership[]> {
  const found = await database().client.membership.findMany({
    where: { userId },
    include: { workspace: { select: { name: true } } },
    orderBy: [...joined],
  })
  return found.flatMap(({ workspaceId, workspace, role }) => {
    const known = Role.safeParse(role)
    return known.success ? [{ userId, workspaceId, workspaceName: workspace.name, role: known.data }] : []
  })
}

/** The workspace that a model belongs to. */
export async function findWorkspaceOf(modelId: string): Promise<string | undefined> {
  const where = { id: modelId }
  return (await database().client.savedModel.findUnique({ where, select: { workspaceId: true } }))
    ?.workspaceId
}

export type MemberRow = { userId: string; name: string; role: Role; since: Date }

/** Everybody in a workspace, by name. */
export async function listPeople(workspaceId: string): Promise<MemberRow[]> {
  const found = await database().client.membership.findMany({
    where: { workspaceId },
    include: { user: { select: { name: true } } },
  })
  return found
    .map(({ userId, user, role, createdAt }) => ({
      userId,
      name: user.name,
      role: Role.catch('viewer').parse(role),
      since: createdAt,
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.userId < b.userId ? -1 : 1))
}

export async function findWorkspace(workspaceId: string): Promise<{ id: string; name: string } | undefined> {
  const where = { id: workspaceId }
  return (
    (await database().client.workspace.findUnique({ where, select: { id: true, name: true } })) ?? undefined
  )
}

export async function renameWorkspace(workspaceId: string, name: string): Promise<void> {
  await database().client.workspace.update({ where: { id: workspaceId }, data: { name } })
}

/** What came of a change among members. `last-owner`: a workspace is never without an owner, so nothing was changed. */
export type MembersOutcome = 'done' | 'missing' | 'last-owner'

/** Gives a member another role. */
export function setRole(workspaceId: string, userId: string, role: Role): Promise<MembersOutcome> {
  return database().client.$transaction(async (tx) => {
    const refusal = await mayLose(tx, workspaceId, userId, role === 'owner')
    if (refusal) return refusal
    await tx.membership.update({ where: { workspaceId_userId: { workspaceId, userId } }, data: { role } })
    return 'done'
  })
}

/** Takes a member out of a workspace. */
export function removeMembership(workspaceId: string, userId: string): Promise<MembersOutcome> {
  return database().client.$transaction(async (tx) => {
    const refusal = await mayLose(tx, workspaceId, userId, false)
    if (refusal) return refusal
    await tx.membership.delete({ where: { workspaceId_userId: { workspaceId, userId } } })
    return 'done'
  })
}

/** Makes another member owner and the present one an editor, both or neither. */
export function handOverOwnership(
  workspaceId: string,
  fromUserId: string,
  toUserId: string,
): Promise<MembersOutcome> {
  return database().client.$transaction(async (tx) => {
    const where = (userId: string) => ({ workspaceId_userId: { workspaceId, userId } })
    if (!(await tx.membership.findUnique({ where: where(toUserId) }))) return 'missing'
    await tx.membership.update({ where: where(toUserId), data: { role: 'owner' } })
    await tx.membership.update({ where: where(fromUserId), data: { role: 'editor' } })
    return 'done'
  })
}

/** Looked at inside the transaction: two owners who take each other's role at once must not both succeed. */
async function mayLose(
  tx: Queries,
  workspaceId: string,
  userId: string,
  staysOwner: boolean,
): Promise<MembersOutcome | undefined> {
  const found = await tx.membership.findUnique({ where: { workspaceId_userId: { workspaceId, userId } } })
  if (!found) return 'missing'
  if (found.role !== 'owner' || staysOwner) return undefined
  return (await tx.membership.count({ where: { workspaceId, role: 'owner' } })) > 1 ? undefined : 'last-owner'
}
