import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/auth/actor'
import { LinkToken, NewPassword, normaliseUserName, UserName } from '@/lib/auth/credentials'
import { database } from '@/lib/db/database'
import { findLink, spendLink } from '@/lib/db/links'
import { hasOwner, insertPerson, insertWorkspace } from '@/lib/db/members'
import { listScenarios } from '@/lib/db/scenarios'
import type { Problem, Result } from '@/lib/model/protocol'
import { line } from '@/lib/model/text'
import { z } from '@/lib/model/zod'
import { auth } from '@/lib/services/auth'
import { createModel } from '@/lib/services/create-model'
import { problem } from '@/lib/services/problem'
import { signIn } from '@/lib/services/sign-in'

export const Input = z.strictObject({
  token: LinkToken,
  name: UserName,
  password: NewPassword,
  workspace: line(100),
})
type Input = z.infer<typeof Input>

/** True while the link can be used to own this installation; asking does not use it up. */
export async function canSetUp(token: string, now = () => new Date()): Promise<boolean> {
  const { client } = database()
  return (await findLink(client, 'setup', token, now())) !== undefined && !(await hasOwner(client))
}

/**
 * Makes the first person of an installation, who owns a new workspace with the sample models, and signs them in. The
 * link is used up by it; of two who use it at once, one becomes the owner.
 */
export async function setUp(
  headers: Headers,
  input: Input,
  now = () => new Date(),
): Promise<Result<{ name: string }>> {
  if (!(await canSetUp(input.token, now))) return spent()
  const owner = await insertOwner(input, now())
  if (!owner) return spent()
  for (const { id } of await listScenarios()) {
    const from = { kind: 'scenario' as const, scenarioId: id }
    const made = await createModel(owner, { from }, { now, id })
    // Another workspace has the sample's own id already.
    if (!made.ok && made.code === 'conflict') await createModel(owner, { from }, { now })
  }
  return signIn(headers, { name: input.name, password: input.password }, now)
}

/** Undefined when somebody else was faster. */
async function insertOwner(input: Input, now: Date): Promise<Actor | undefined> {
  const { password } = await auth().$context
  const passwordHash = await password.hash(input.password)
  const person = { id: randomUUID(), name: input.name, username: normaliseUserName(input.name), passwordHash }
  const workspaceId = randomUUID()
  const isDone = await database().client.$transaction(async (tx) => {
    if (await hasOwner(tx)) return false
    if (!(await spendLink(tx, 'setup', input.token, now))) return false
    await insertPerson(tx, person, now)
    await insertWorkspace(tx, { id: workspaceId, name: input.workspace, ownerId: person.id })
    return true
  })
  return isDone ? { userId: person.id, name: person.name, workspaceId, role: 'owner' } : undefined
}

function spent(): Problem {
  return problem(
    'expired',
    'This link was used already or has expired. Start the server again to get a new one; if there is an owner, sign in.',
  )
}
