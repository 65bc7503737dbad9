import type { ImportPlan } from '@/lib/importers/import-plan'
import { Problem, type Result } from '@/lib/model/protocol'

/** Asks the server what importing these files into the model would do. Nothing is changed by asking. */
export async function requestPlan(
  modelId: string,
  files: readonly { path: string; text: string }[],
  signal: AbortSignal,
): Promise<Result<ImportPlan>> {
  let response: Response
  let body: unknown
  try {
    response = await fetch(`/api/models/${encodeURIComponent(modelId)}/imports`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ files }),
      signal,
    })
    body = await response.json()
  } catch {
    return failed('The server could not be reached. Check that it runs, then drop the files again.')
  }
  // Our own server, of the same build, in the same form that the planner gave it.
  if (response.ok) return { ok: true, value: body as ImportPlan }
  const problem = Problem.safeParse(body)
  return problem.success
    ? problem.data
    : failed(`The server refused these files (status ${response.status}).`)
}

function failed(sentence: string): Problem {
  return { ok: false, code: 'unexpected', sentence }
}
