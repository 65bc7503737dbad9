import { isProblem } from '@/lib/client/answers'
import type { Problem, Result } from '@/lib/model/protocol'

/** Posts JSON to our own server. An answer of the same build is taken in the form that the server gave it. */
export function postJson<T>(url: string, value: unknown): Promise<Result<T>> {
  return post(url, { headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) })
}

/** Posts files as they are, byte by byte: the server decodes them, and says which it could not. */
export function postFiles<T>(url: string, { files, left, signal, onSent }: FilesToPost): Promise<Result<T>> {
  const form = new FormData()
  for (const { path, bytes } of files) form.append('files', bytes, path)
  if (left.length > 0) form.append('beside', JSON.stringify(left))
  return new Promise((resolve) => {
    // Unlike fetch, it tells how much has been sent.
    const request = new XMLHttpRequest()
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onSent(loaded, total)
    request.onload = () => resolve(answerOf(request.status, request.response))
    request.onerror = () => resolve(failed(UNREACHABLE))
    request.onabort = () => resolve(failed('The import was given up.'))
    signal.addEventListener('abort', () => request.abort())
    request.open('POST', url)
    request.send(form)
  })
}

export type FilesToPost = {
  files: readonly { path: string; bytes: Blob }[]
  /** Names of files that lie beside them. */
  left: readonly string[]
  signal: AbortSignal
  onSent: (bytes: number, total: number) => void
}

const UNREACHABLE = 'The server could not be reached. Check that it runs, then try again.'

async function post<T>(url: string, init: RequestInit): Promise<Result<T>> {
  let response: Response
  let body: unknown
  try {
    response = await fetch(url, { method: 'POST', ...init })
    body = await response.json()
  } catch {
    return failed(UNREACHABLE)
  }
  return answerOf(response.status, body)
}

function answerOf<T>(status: number, body: unknown): Result<T> {
  if (status >= 200 && status < 300 && body !== null) return { ok: true, value: body as T }
  return isProblem(body) ? body : failed(`The server refused this (status ${status}).`)
}

function failed(sentence: string): Problem {
  return { ok: false, code: 'unexpected', sentence }
}
