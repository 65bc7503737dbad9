import { database, type Queries } from '@/lib/db/database'
import { findInvitation, spendInvitation } from '@/lib/db/invitations'
import type { Problem, Result, Role } from '@/lib/model/protocol'
import { type JoinInput, joinByLink } from '@/lib/services/join-by-link'
import { problem } from '@/lib/services/problem'

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
  input: JoinInput,
  now = () => new Date(),
): Promise<Result<null>> {
  const { token } = input
  return joinByLink(
    headers,
    input,
    {
      isGood: async (queries) => (await findInvitation(queries, token, now())) !== undefined,
      join: (tx, who) => join(tx, token, who, now()),
      spent,
    },
    now,
  )
}

/** The workspace joined, or why not; nothing was written then. */
async function join(
  tx: Queries,
  token: string,
  { userId, name }: { userId: string; name: string },
  now: Date,
): Promise<{ workspaceId: string } | Problem> {
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
  return { workspaceId }
}

function spent(): Problem {
  return problem(
    'expired',
    'This invitation was used already, taken back, or has expired. Ask for a new one.',
  )
}
