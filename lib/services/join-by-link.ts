import { randomUUID } from 'node:crypto'
import { LinkToken, NewPassword, normaliseUserName, UserName } from '@/lib/auth/credentials'
import { database, type Queries } from '@/lib/db/database'
import { insertPerson } from '@/lib/db/members'
import { setSessionWorkspace } from '@/lib/db/sessions'
import type { Problem, Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { auth } from '@/lib/services/auth'
import { getPerson } from '@/lib/services/get-actor'
import { problem } from '@/lib/services/problem'
import { signIn } from '@/lib/services/sign-in'

/** With a name and a password somebody new joins; without, whoever is signed in. */
export const JoinInput = z.strictObject({
  token: LinkToken,
  account: z.strictObject({ name: UserName, password: NewPassword }).optional(),
})
export type JoinInput = z.infer<typeof JoinInput>

/** What a link leads to. `join` writes, or says why not; `workspaceId` is where the browser works from then on. */
export type LinkTarget = {
  isGood(queries: Queries): Promise<boolean>
  join(tx: Queries, who: { userId: string; name: string }): Promise<{ workspaceId?: string } | Problem>
  /** What a link that is good no more is answered. */
  spent(): Problem
}

/** Joins what a link leads to, as oneself or with a new account. Nothing is written when it cannot be joined. */
export async function joinByLink(
  headers: Headers,
  { account }: JoinInput,
  target: LinkTarget,
  now: () => Date,
): Promise<Result<null>> {
  if (!(await target.isGood(database().client))) return target.spent()
  return account ? joinAsNew(headers, account, target, now) : joinAsMyself(headers, target)
}

async function joinAsMyself(headers: Headers, target: LinkTarget): Promise<Result<null>> {
  const person = await getPerson(headers)
  if (!person)
    return problem('not-signed-in', 'You are not signed in any more. Reload the page and try again.')
  const joined = await allOrNothing((tx) => target.join(tx, person))
  if ('sentence' in joined) return joined
  if (joined.workspaceId) await setSessionWorkspace(person.sessionId, joined.workspaceId)
  return { ok: true, value: null }
}

async function joinAsNew(
  headers: Headers,
  account: NonNullable<JoinInput['account']>,
  target: LinkTarget,
  now: () => Date,
): Promise<Result<null>> {
  const { password } = await auth().$context
  // The slow hash comes first: nothing but the database may be waited for in a transaction.
  const passwordHash = await password.hash(account.password)
  const username = normaliseUserName(account.name)
  const person = { id: randomUUID(), name: account.name, username, passwordHash }
  const joined = await allOrNothing(async (tx) => {
    if (await tx.user.findUnique({ where: { username }, select: { id: true } })) return takenName()
    if (!(await target.isGood(tx))) return target.spent()
    await insertPerson(tx, person, now())
    return target.join(tx, { userId: person.id, name: person.name })
  })
  if ('sentence' in joined) return joined
  const signedIn = await signIn(headers, account, now)
  return signedIn.ok ? { ok: true, value: null } : signedIn
}

/** What is written on the way to a problem is taken back: a refused link makes no account. */
async function allOrNothing<T extends object>(
  task: (tx: Queries) => Promise<T | Problem>,
): Promise<T | Problem> {
  let refused: Problem | undefined
  try {
    return await database().client.$transaction(async (tx) => {
      const answer = await task(tx)
      if (!('sentence' in answer)) return answer
      refused = answer
      throw new Error(answer.sentence)
    })
  } catch (error) {
    if (refused) return refused
    throw error
  }
}

function takenName(): Problem {
  const sentence = 'Somebody here has this name already. Choose another one.'
  return { ...problem('conflict', sentence), issues: [{ path: 'account.name', sentence }] }
}
