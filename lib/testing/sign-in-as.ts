import { createHmac, randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/auth/actor'
import type { Database } from '@/lib/db/database'

/** The headers of a browser in which this person is signed in, without the slow hash of a password. */
export async function signInAs(
  { client, authSecret }: Database,
  { userId }: Pick<Actor, 'userId'>,
): Promise<Headers> {
  const token = randomUUID()
  const expiresAt = new Date(Date.now() + 60 * 60_000)
  await client.session.create({ data: { id: randomUUID(), token, userId, expiresAt } })
  // The form in which better-auth signs its cookie.
  const signature = createHmac('sha256', authSecret).update(token).digest('base64')
  return new Headers({ cookie: `bulkhead.session_token=${encodeURIComponent(`${token}.${signature}`)}` })
}
