import { Problem, type Result } from '@/lib/model/protocol'

/** Posts JSON to our own server. An answer of the same build is taken in the form that the server gave it. */
export function postJson<T>(url: string, value: unknown): Promise<Result<T>> {
  return post(url, { headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) })
}

/** Posts files as they are, byte by byte: the server decodes them, and says which it could not. */
export function postFiles<T>(
  url: string,
  files: readonly { path: string; bytes: Blob }[],
  signal: AbortSignal,
): Promise<Result<T>> {
  const form = new FormData()
  for (const { path, bytes } of files) form.append('files', bytes, path)
  return post(url, { body: form, signal })
}

async function post<T>(url: string, init: RequestInit): Promise<Result<T>> {
  let response: Response
  let body: unknown
  try {
    response = await fetch(url, { method: 'POST', ...init })
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
