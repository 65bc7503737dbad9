import type { Problem } from '@/lib/model/protocol'
import { isCommandBody } from '@/lib/services/edges/check-command-body'
import { isOwnOrigin } from '@/lib/services/edges/check-origin'
import { decodeUtf8, mediaTypeOf, readBytes } from '@/lib/services/edges/read-body'
import { problem } from '@/lib/services/problem'

/** Next's own bound on the body of a server action; a file goes to a route instead. */
const MAX_ACTION_BYTES = 1_000_000

/** What a request to a page is refused with, before Next looks at it; undefined when it may pass. */
export function refusePageRequest(
  request: { method: string; headers: Headers },
  appOrigin: string,
): Problem | undefined {
  const { method, headers } = request
  if (method === 'GET' || method === 'HEAD') return undefined
  if (!isOwnOrigin(headers, appOrigin)) {
    return problem(
      'forbidden',
      `This request did not come from a page of this server. Open ${appOrigin} and try again; if that is not its address, set APP_ORIGIN.`,
    )
  }
  if (method !== 'POST' || !headers.has('next-action')) {
    return problem(
      'invalid',
      'A page takes no such request. Its forms need JavaScript: switch it on for this site.',
    )
  }
  const length = Number(headers.get('content-length') ?? Number.NaN)
  if (!Number.isSafeInteger(length)) return problem('invalid', 'The request does not say how long it is.')
  return length > MAX_ACTION_BYTES
    ? problem('too-large', 'This is larger than 1 MB, the most that is taken here. Nothing of it was kept.')
    : undefined
}

/** The same for the body of a command, once its length is known to be small. */
export async function refuseCommand(request: Request): Promise<Problem | undefined> {
  if (request.method !== 'POST') return undefined
  if (mediaTypeOf(request.headers) !== 'text/plain') {
    return problem('unsupported', 'A command is sent as text. Reload the page and try again.')
  }
  const body = await readBytes(request.clone(), MAX_ACTION_BYTES)
  if (!body.ok) return body
  const text = decodeUtf8(body.value)
  return text !== undefined && isCommandBody(text)
    ? undefined
    : problem('invalid', 'This command is damaged. Reload the page and try again.')
}
