import { randomUUID } from 'node:crypto'
import { LinkToken, NewPassword, normaliseUserName, UserName } from '@/lib/auth/credentials'
import { database, type Queries } from '@/lib/db/database'
import { findInvitation, spendInvitation } from '@/lib/db/invitations'
import { insertPerson } from '@/lib/db/members'
import { setSessionWorkspace } from '@/lib/db/sessions'
import type { Problem, Result, Role } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { auth } from '@/lib/services/auth'
import { getPerson } from '@/lib/services/get-actor'
import { problem } from '@/lib/services/problem'
import { signIn } from '@/lib/services/sign-in'

/** With a name and a password somebody new joins; without, whoever is signed in. */
export const Input = z.strictObject({
  token: LinkToken,
  account: z.strictObject({ name: UserName, password: NewPassword }).optional(),
})
type Input = z.infer<typeof Input>

export type InvitationPreview = { workspace: string; role: Role; invitedBy: string }

/** What an invitation leads to; looking does not use it up. Undefined when it is not good any more. */
export async function previewInvitation(
  token: string,
  now = () => new Date(),
): Promise<InvitationPreview | undefined> {
  const found = await findInvitation(database().client, token, now())
  return found && { workspace: found.workspace.name, role: found.role as Role, invitedBy: found.invitedBy }
}

/** Joins the workspace of an invitation, which is used up by it. */
export async function acceptInvitation(
  headers: Headers,
  input: Input,
  now = () => new Date(),
): Promise<Result<null>> {
  if (!(await findInvitation(database().client, input.token, now()))) return spent()
  return input.account
    ? joinAsNew(headers, input.token, input.account, now)
    : joinAsMyself(headers, input.token, now)
}

async function joinAsMyself(headers: Headers, token: string, now: () => Date): Promise<Result<null>> {
  const person = await getPerson(headers)
  if (!person)
    return problem('not-signed-in', 'You are not signed in any more. Reload the page and try again.')
  const joined = await database().client.$transaction((tx) => join(tx, token, person, now()))
  if (typeof joined !== 'string') return joined
  await setSessionWorkspace(person.sessionId, joined)
  return { ok: true, value: null }
}

async function joinAsNew(
  headers: Headers,
  token: string,
  account: NonNullable<Input['account']>,
  now: () => Date,
): Promise<Result<null>> {
  const { password } = await auth().$context
  // The slow hash comes first: nothing but the database may be waited for in a transaction.
  const passwordHash = await password.hash(account.password)
  const username = normaliseUserName(account.name)
  const person = { id: randomUUID(), name: account.name, username, passwordHash }
  const joined = await database().client.$transaction(async (tx) => {
    if (await tx.user.findUnique({ where: { username }, select: { id: true } })) return takenName()
    if (!(await findInvitation(tx, token, now()))) return spent()
    await insertPerson(tx, person, now())
    return join(tx, token, { userId: person.id, name: person.name }, now())
  })
  if (typeof joined !== 'string') return joined
  const signedIn = await signIn(headers, account, now)
  return signedIn.ok ? { ok: true, value: null } : signedIn
}

/** The workspace joined, or why not; nothing was written then. */
async function join(
  tx: Queries,
  token: string,
  { userId, name }: { userId: string; name: string },
  now: Date,
): Promise<string | Problem> {
  const invitation = await findInvitation(tx, token, now)
  if (!invitation) return spent()
  const { workspaceId, role } = invitation
  if (await tx.membership.findUnique({ where: { workspaceId_userId: { workspaceId, userId } } })) {
    return problem(
      'conflict',
      'You are a member of this workspace already. The link stays good for somebody else.',
    )
  }
  if (!(await spendInvitation(tx, { token, usedBy: name, now }))) return spent()
  await tx.membership.create({ data: { workspaceId, userId, role, createdAt: now } })
  return workspaceId
}

function takenName(): Problem {
  const sentence = 'Somebody here has this name already. Choose another one.'
  return { ...problem('conflict', sentence), issues: [{ path: 'account.name', sentence }] }
}

function spent(): Problem {
  return problem(
    'expired',
    'This invitation was used already, taken back, or has expired. Ask for a new one.',
  )
}
