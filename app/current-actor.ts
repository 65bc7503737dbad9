import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { getActor } from '@/lib/services/get-actor'

/** Who asks for this page; undefined when nobody is signed in. Looked up once a request. */
export const currentActor = cache(async () => getActor(new Headers(await headers())))

/** Who asks for this page; a stranger goes to sign in and comes back to `path` afterwards. */
export async function requireActor(path: string) {
  const actor = await currentActor()
  if (!actor) redirect(`/sign-in?next=${encodeURIComponent(path)}`)
  return actor
}

/** The same for the page at hand, whose address the proxy tells. */
export async function requireActorHere() {
  return requireActor((await headers()).get('x-page-path') ?? '/models')
}
