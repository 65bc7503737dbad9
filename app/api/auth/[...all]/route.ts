import { answerJson } from '@/lib/services/edges/answer'
import { answerAccountRequest } from '@/lib/services/edges/answer-account-request'
import { handleRoute } from '@/lib/services/edges/handle-route'
import { getActor } from '@/lib/services/get-actor'

type Params = { all: string[] }

/** Who is signed in, for scripts that hold a session. */
export const GET = handleRoute<Params>(async (request, { all }) => {
  if (all.join('/') !== 'get-session') return answerAccountRequest(request, 'unknown')
  const actor = await getActor(request.headers)
  return answerJson(actor ? { name: actor.name, role: actor.role } : null)
})

/** Of better-auth's many endpoints only these are open: no sign-up, no change of names, no look-up of accounts. */
export const POST = handleRoute<Params>((request, { all }) => answerAccountRequest(request, all.join('/')))
