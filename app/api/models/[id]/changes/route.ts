import { applyChanges } from '@/lib/services/apply-changes'
import { answerProblem, answerResult } from '@/lib/services/edges/answer'
import { handleSignedIn } from '@/lib/services/edges/handle-route'
import { limits } from '@/lib/services/edges/limits'
import { readObject } from '@/lib/services/edges/read-body'
import { runUseCase } from '@/lib/services/edges/run-use-case'
import { Input as ListInput, listChanges } from '@/lib/services/list-changes'
import { parseChanges } from '@/lib/services/parse-changes'

type Params = { id: string }

/** Saves changes made on top of `base`; the answer comes when what was accepted is durable. */
export const POST = handleSignedIn<Params>(async (actor, request, { id }) => {
  const body = await readObject(request, limits().changesBytes)
  if (!body.ok) return answerProblem(body)
  const parsed = await parseChanges({ ...body.value, id })
  return answerResult(parsed.ok ? await applyChanges(actor, parsed.value) : parsed)
})

/** What happened after the log entry `?since=`; `&tab=` says that a page has the model open, and asks who else has. */
export const GET = handleSignedIn<Params>(async (actor, request, { id }) => {
  const { searchParams } = new URL(request.url)
  const text = searchParams.get('since') ?? ''
  const since = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
  const tab = searchParams.get('tab') ?? undefined
  const given = { id, since, ...(tab !== undefined && { tab }) }
  return answerResult(await runUseCase(actor, ListInput, (who, input) => listChanges(who, input), given))
})
