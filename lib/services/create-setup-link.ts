import { database } from '@/lib/db/database'
import { createLink, withdrawLinks } from '@/lib/db/links'
import { hasOwner } from '@/lib/db/members'

const DAY = 24 * 60 * 60_000

/**
 * Makes the one-time link by which the first person owns this installation; undefined when somebody does already.
 * Only the newest link is good.
 * @returns the path and query to put behind the server's origin.
 */
export async function createSetupLink(now = () => new Date()): Promise<string | undefined> {
  if (await hasOwner(database().client)) return undefined
  await withdrawLinks('setup')
  const token = await createLink({ purpose: 'setup', now: now(), lifetimeMs: DAY })
  return `/setup?token=${token}`
}
