import type { Person } from '@/lib/auth/actor'
import { normaliseUserName, UserName } from '@/lib/auth/credentials'
import { renamePerson } from '@/lib/db/members'
import type { Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { problem } from '@/lib/services/problem'

export const Input = z.strictObject({ name: UserName })

/** Gives the person another name, to be shown and to sign in with. What was logged keeps the name of its time. */
export async function changeName(
  person: Person,
  { name }: z.infer<typeof Input>,
  now = () => new Date(),
): Promise<Result<{ name: string }>> {
  const isDone = await renamePerson(person.userId, { name, username: normaliseUserName(name) }, now())
  if (isDone) return { ok: true, value: { name } }
  const sentence = 'Somebody here has this name already. Choose another one.'
  return { ...problem('conflict', sentence), issues: [{ path: 'name', sentence }] }
}
