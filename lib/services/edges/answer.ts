import type { Problem, ProblemCode, Result } from '@/lib/model/protocol'
import { answerHeaders } from '@/lib/services/edges/security-headers'

const statuses: Record<ProblemCode, number> = {
  invalid: 400,
  'not-signed-in': 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  expired: 410,
  'too-large': 413,
  unsupported: 415,
  'too-many': 429,
  unexpected: 500,
}

/** A JSON answer with the headers that every answer has. */
export function answerJson(value: unknown, status = 200): Response {
  return Response.json(value, { status, headers: answerHeaders })
}

/** JSON that is bytes already. */
export function answerBytes(json: Uint8Array): Response {
  const headers = { ...answerHeaders, 'content-type': 'application/json' }
  return new Response(json as Uint8Array<ArrayBuffer>, { headers })
}

/** A problem as an answer: its status and the sentence as JSON. */
export function answerProblem(problem: Problem): Response {
  const response = answerJson(problem, statuses[problem.code])
  // What is left of a body that was refused must not be read as the next request.
  if (problem.code === 'too-large') response.headers.set('connection', 'close')
  return response
}

/** A use case's value as JSON, or its problem. */
export function answerResult(result: Result<unknown>): Response {
  return result.ok ? answerJson(result.value) : answerProblem(result)
}

/** Text that never changes under its address. `private`: only for the browser of whoever asked. */
export function answerImmutable(
  text: string,
  mediaType: string,
  audience: 'public' | 'private' = 'public',
): Response {
  const headers = {
    ...answerHeaders,
    'content-type': mediaType,
    'cache-control': `${audience}, max-age=31536000, immutable`,
  }
  return new Response(text, { headers })
}

/** A file to be saved, never shown. Its name is ASCII in one header form and exact in the other (RFC 6266). */
export function answerFile(file: {
  name: string
  mediaType: string
  text: string | Uint8Array<ArrayBuffer>
}): Response {
  // A lone surrogate cannot be encoded.
  const name = file.name.replace(/\p{Cs}/gu, '-')
  const plain = name.replace(/[^A-Za-z0-9._-]+/g, '-')
  const exact = encodeURIComponent(name).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return new Response(file.text, {
    headers: {
      ...answerHeaders,
      'content-type': file.mediaType,
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${exact}`,
    },
  })
}
