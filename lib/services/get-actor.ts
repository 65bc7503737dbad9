import type { Actor, Person } from '@/lib/auth/actor'
import { SESSION_REFRESH_SECONDS } from '@/lib/auth/create-auth'
import { readSessionToken } from '@/lib/auth/read-session-token'
import { findWorkspaceOf, listPlaces, type Place, placesOf } from '@/lib/db/memberships'
import { findSessionByToken } from '@/lib/db/sessions'
import { auth } from '@/lib/services/auth'

/**
 * Who sent these headers, in the workspace that they work in; undefined when nobody is signed in, or somebody who
 * belongs to no workspace.
 * @param modelId what the request is about: a model of another workspace of the person's is acted on as a member there,
 * so that a link or an edit kept in a browser does not depend on which workspace is chosen.
 */
export async function getActor(headers: Headers, modelId?: string): Promise<Actor | undefined> {
  const found = await findSignedIn(headers)
  const place = found && (await choosePlace(found.places, found.workspaceId, modelId))
  if (!place) return undefined
  const { workspaceId, role } = place
  return { userId: found.userId, name: found.name, workspaceId, role }
}

/** Who sent these headers, by themselves; undefined when nobody is signed in. */
export async function getPerson(headers: Headers): Promise<Person | undefined> {
  const found = await findSignedIn(headers)
  return found && { userId: found.userId, name: found.name, sessionId: found.sessionId }
}

type SignedIn = Person & { workspaceId: string | null | undefined; places: readonly Place[] }

async function findSignedIn(headers: Headers): Promise<SignedIn | undefined> {
  const cookies = headers.get('cookie')
  // Nothing to look up for the many requests that carry no session.
  if (!cookies) return undefined
  return (await findFresh(cookies)) ?? (await askLibrary(headers))
}

/**
 * The session of the cookie by one query. better-auth's own look takes five times as long, on every request; it still
 * decides wherever there is a doubt, and extends sessions.
 */
async function findFresh(cookies: string): Promise<SignedIn | undefined> {
  const { authCookies, secret } = await auth().$context
  const token = readSessionToken(cookies, { name: authCookies.sessionToken.name, secret })
  const found = token === undefined ? null : await findSessionByToken(token)
  if (!found) return undefined
  const now = Date.now()
  const isFresh = now - found.updatedAt.getTime() < SESSION_REFRESH_SECONDS * 1000
  if (!isFresh || found.expiresAt.getTime() <= now) return undefined
  const { id: sessionId, workspaceId, user } = found
  return { userId: user.id, name: user.name, sessionId, workspaceId, places: placesOf(user.memberships) }
}

async function askLibrary(headers: Headers): Promise<SignedIn | undefined> {
  const found = await auth().api.getSession({ headers })
  if (!found) return undefined
  const { user, session } = found
  const places = await listPlaces(user.id)
  return {
    userId: user.id,
    name: user.name,
    sessionId: session.id,
    workspaceId: session.workspaceId,
    places,
  }
}

async function choosePlace(
  places: readonly Place[],
  chosen: string | null | undefined,
  modelId: string | undefined,
): Promise<Place | undefined> {
  const of = (workspaceId: string | null | undefined) =>
    places.find((place) => place.workspaceId === workspaceId)
  const here = of(chosen) ?? places[0]
  if (modelId === undefined || places.length < 2) return here
  return of(await findWorkspaceOf(modelId)) ?? here
}
