import { Problem, type Result } from '@/lib/model/protocol'

/** Posts JSON to our own server. An answer of the same build is taken in the form that the server gave it. */
export async function postJson<T>(url: string, value: unknown, signal?: AbortSignal): Promise<Result<T>> {
  let response: Response
  let body: unknown
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(value),
      ...(signal && { signal }),
    })
    body = await response.json()
  } catch {
    return failed('The server could not be reached. Check that it runs, then try again.')
  }
  if (response.ok) return { ok: true, value: body as T }
  const problem = Problem.safeParse(body)
  return problem.success ? problem.data : failed(`The server refused this (status ${response.status}).`)
}

function failed(sentence: string): Problem {
  return { ok: false, code: 'unexpected', sentence }
}
