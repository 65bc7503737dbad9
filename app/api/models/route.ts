import { createModel, Input } from '@/lib/services/create-model'
import { answerProblem, answerResult } from '@/lib/services/edges/answer'
import { handleSignedIn } from '@/lib/services/edges/handle-route'
import { limits } from '@/lib/services/edges/limits'
import { readJson } from '@/lib/services/edges/read-body'
import { runUseCase } from '@/lib/services/edges/run-use-case'
import { listModels } from '@/lib/services/list-models'
import { prepareImport } from '@/lib/services/plan-import'

/** The models of the workspace, with counts of their threats. */
export const GET = handleSignedIn(async (actor) => answerResult(await listModels(actor)))

/** Makes a model, from a Bulkhead file as well: files are larger than a server action may carry. */
export const POST = handleSignedIn(async (actor, request) => {
  prepareImport()
  const json = await readJson(request, limits().uploadBytes)
  if (!json.ok) return answerProblem(json)
  return answerResult(await runUseCase(actor, Input, (who, input) => createModel(who, input), json.value))
})
