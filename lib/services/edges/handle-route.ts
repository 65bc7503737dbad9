import type { Actor } from '@/lib/auth/actor'
import { env } from '@/lib/env/env'
import { answerProblem } from '@/lib/services/edges/answer'
import { isOwnOrigin } from '@/lib/services/edges/check-origin'
import { reportUnexpected } from '@/lib/services/edges/report-unexpected'
import { getActor } from '@/lib/services/get-actor'
import { problem } from '@/lib/services/problem'

type Context<P> = { params: Promise<P> }
type Handler<P> = (request: Request, context: Context<P>) => Promise<Response>

/**
 * The frame of every route handler: a request that changes something must come from our own pages, and what nobody
 * expected is logged once and answered with a reference, never with a page of its own.
 */
export function handleRoute<P>(handler: (request: Request, params: P) => Promise<Response>): Handler<P> {
  return async (request, context) => {
    try {
      if (isMutating(request.method) && !isOwnOrigin(request.headers, env().appOrigin)) {
        return answerProblem(foreignOrigin())
      }
      return await handler(request, await context.params)
    } catch (error) {
      return answerProblem(reportUnexpected(error, `${request.method} ${new URL(request.url).pathname}`))
    }
  }
}

/** The same for routes that only somebody who is signed in may use. */
export function handleSignedIn<P>(
  handler: (actor: Actor, request: Request, params: P) => Promise<Response>,
): Handler<P> {
  return handleRoute(async (request, params: P) => {
    const { id } = (params ?? {}) as { id?: unknown }
    const actor = await getActor(request.headers, typeof id === 'string' ? id : undefined)
    return actor ? handler(actor, request, params) : answerProblem(notSignedIn())
  })
}

export function notSignedIn() {
  return problem('not-signed-in', 'You are not signed in, or your session has ended. Sign in and try again.')
}

export function foreignOrigin() {
  return problem(
    'forbidden',
    `This request did not come from a page of this server. Open ${env().appOrigin} and try again; if that is not its address, set APP_ORIGIN.`,
  )
}

function isMutating(method: string): boolean {
  return method !== 'GET' && method !== 'HEAD'
}
