import { isChangesAnswer, isModelAnswer, isProblem, isSinceAnswer } from '@/lib/client/answers'
import type { Fresh } from '@/lib/client/outbox'
import type { Change } from '@/lib/model/change'
import type { ChangesAnswer, ChangesRequest, Problem, SinceAnswer } from '@/lib/model/protocol'

/**
 * What came of a request. `later`: nobody knows whether it arrived (no network, a restart, too many requests); the same
 * request may be sent again. `never`: the server will not take it as it is, and says why.
 */
export type Sent<T> =
  | { state: 'answered'; answer: T }
  | { state: 'later' }
  | { state: 'never'; code: Problem['code']; sentence: string }

/** Sends changes made on top of `base`. */
export function postChanges(
  modelId: string,
  base: number,
  changes: readonly Change[],
): Promise<Sent<ChangesAnswer>> {
  const body: ChangesRequest = { base, changes: [...changes] }
  return request(`${pathOf(modelId)}/changes`, isChangesAnswer, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

/** What happened after `since`, and who has the model open; `tab` names this page. */
export function fetchSince(modelId: string, since: number, tab: string): Promise<Sent<SinceAnswer>> {
  return request(`${pathOf(modelId)}/changes?since=${since}&tab=${encodeURIComponent(tab)}`, isSinceAnswer)
}

/** The whole document as the server has it. */
export async function fetchModel(modelId: string): Promise<Sent<Fresh>> {
  const sent = await request(pathOf(modelId), isModelAnswer)
  if (sent.state !== 'answered') return sent
  return { state: 'answered', answer: { seq: sent.answer.seq, document: sent.answer.document } }
}

function pathOf(modelId: string): string {
  return `/api/models/${encodeURIComponent(modelId)}`
}

async function request<T>(
  url: string,
  isExpected: (body: unknown) => body is T,
  init: RequestInit = {},
): Promise<Sent<T>> {
  let response: Response
  let body: unknown
  try {
    response = await fetch(url, { ...init, cache: 'no-store', credentials: 'same-origin' })
    body = await response.json()
  } catch {
    return { state: 'later' }
  }
  if (response.ok) {
    return isExpected(body) ? { state: 'answered', answer: body } : newerServer
  }
  if (response.status >= 500 || response.status === 429 || response.status === 408) return { state: 'later' }
  return isProblem(body)
    ? { state: 'never', code: body.code, sentence: body.sentence }
    : {
        state: 'never',
        code: 'unexpected',
        sentence: `The server refused this edit (status ${response.status}).`,
      }
}

const newerServer = {
  state: 'never',
  code: 'unexpected',
  sentence:
    'The server gave an answer that this page does not understand. Reload the page; your edits are kept here.',
} as const
