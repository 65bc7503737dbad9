import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { getActor, getPerson } from '@/lib/services/get-actor'

/**
 * Who asks for this page; undefined when nobody is signed in. Looked up once a request.
 * @param modelId the model that the page is about, which may be of another workspace of theirs.
 */
export const currentActor = cache(async (modelId?: string) => getActor(new Headers(await headers()), modelId))

/** Who asks for this page by themselves, whether or not they belong to a workspace. */
export const currentPerson = cache(async () => getPerson(new Headers(await headers())))

/** Who asks for this page; a stranger goes to sign in, and comes back here afterwards. */
export async function requireActor(modelId?: string) {
  const actor = await currentActor(modelId)
  if (actor) return actor
  if (await currentPerson()) redirect('/no-workspace')
  return goToSignIn()
}

/** The same for pages about the account. */
export async function requirePerson() {
  return (await currentPerson()) ?? goToSignIn()
}

async function goToSignIn(): Promise<never> {
  // Set by the proxy on every page; what an address may be used for is checked where it is used.
  const path = (await headers()).get('x-page-path')
  redirect(path ? `/sign-in?next=${encodeURIComponent(path)}` : '/sign-in')
}
