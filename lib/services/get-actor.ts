import type { Actor } from '@/lib/auth/actor'
import { findMembership } from '@/lib/db/members'
import { auth } from '@/lib/services/auth'

/** Who sent these headers, in the workspace they belong to; undefined when nobody is signed in. */
export async function getActor(headers: Headers): Promise<Actor | undefined> {
  // Nothing to look up for the many requests that carry no session.
  if (!headers.has('cookie')) return undefined
  const session = await auth().api.getSession({ headers })
  return session ? findMembership(session.user.id) : undefined
}
