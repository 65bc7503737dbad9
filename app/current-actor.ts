import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { getActor } from '@/lib/services/get-actor'

/** Who asks for this page; undefined when nobody is signed in. Looked up once a request. */
export const currentActor = cache(async () => getActor(new Headers(await headers())))

/** Who asks for this page; a stranger goes to sign in, and comes back here afterwards. */
export async function requireActor() {
  const actor = await currentActor()
  if (actor) return actor
  // Set by the proxy on every page; what an address may be used for is checked where it is used.
  const path = (await headers()).get('x-page-path')
  redirect(path ? `/sign-in?next=${encodeURIComponent(path)}` : '/sign-in')
}
