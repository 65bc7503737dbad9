import type { Actor, Person } from '@/lib/auth/actor'
import { findWorkspaceOf, listPlaces, type Place } from '@/lib/db/memberships'
import { auth } from '@/lib/services/auth'

/**
 * Who sent these headers, in the workspace that they work in; undefined when nobody is signed in, or somebody who
 * belongs to no workspace.
 * @param modelId what the request is about: a model of another workspace of the person's is acted on as a member there,
 * so that a link or an edit kept in a browser does not depend on which workspace is chosen.
 */
export async function getActor(headers: Headers, modelId?: string): Promise<Actor | undefined> {
  const session = await findSession(headers)
  if (!session) return undefined
  const places = await listPlaces(session.user.id)
  const place = await choosePlace(places, session.session.workspaceId, modelId)
  if (!place) return undefined
  const { workspaceId, role } = place
  return { userId: session.user.id, name: session.user.name, workspaceId, role }
}

/** Who sent these headers, by themselves; undefined when nobody is signed in. */
export async function getPerson(headers: Headers): Promise<Person | undefined> {
  const found = await findSession(headers)
  return found ? { userId: found.user.id, name: found.user.name, sessionId: found.session.id } : undefined
}

async function findSession(headers: Headers) {
  // Nothing to look up for the many requests that carry no session.
  return headers.has('cookie') ? await auth().api.getSession({ headers }) : undefined
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
