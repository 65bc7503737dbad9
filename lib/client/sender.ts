import { fetchModel, postChanges } from '@/lib/client/change-api'
import { asOnlySender } from '@/lib/client/one-sender'
import {
  acknowledge,
  dropPending,
  nextBatch,
  type Outbox,
  type RefusedHere,
  settledBy,
} from '@/lib/client/outbox'
import { retryDelay, type Sending } from '@/lib/client/saved-state'
import type { Change } from '@/lib/model/change'
import type { Problem } from '@/lib/model/protocol'

/** What the sender needs of the document it serves. */
export type SenderHost = {
  modelId: string
  /** Names what only one tab of this browser may send at a time. */
  lock: string
  outbox(): Outbox
  /** Takes a new outbox, what was refused, and the ids that need not be kept any more. */
  settle(next: Outbox, refused: readonly RefusedHere[], settledIds: readonly string[]): void
  note(sending: Sending): void
}

/** Problems that concern one change and not the person: the others need not wait for it. */
const aboutTheChange: ReadonlySet<Problem['code']> = new Set(['invalid', 'too-large', 'unsupported'])

/**
 * Sends what is pending, one request at a time, in order, until nothing is left. Without network it waits and tries
 * again; a change that the server does not understand is set aside with the server's sentence, so that the rest passes.
 */
export function createSender(host: SenderHost) {
  let isRunning = false
  let isStopped = false
  let attempt = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let oneByOne = false

  async function run(): Promise<void> {
    if (isRunning || isStopped) return
    isRunning = true
    clearTimeout(timer)
    try {
      if (host.outbox().pending.length === 0) host.note({ state: 'idle' })
      else await asOnlySender(host.lock, sendAll)
    } finally {
      isRunning = false
    }
  }

  async function sendAll(): Promise<void> {
    while (!isStopped && host.outbox().pending.length > 0) {
      host.note({ state: 'sending' })
      if (!(await sendBatch())) return
    }
    host.note({ state: 'idle' })
  }

  /** False when it is time to wait. */
  async function sendBatch(): Promise<boolean> {
    const { seq } = host.outbox()
    const batch = nextBatch(host.outbox()).slice(0, oneByOne ? 1 : undefined)
    const sent = await postChanges(host.modelId, seq, batch)
    if (sent.state === 'later') return wait()
    if (sent.state === 'never') return setAside(sent, batch)
    const fresh = sent.answer.reload ? await fetchModel(host.modelId) : undefined
    if (fresh && fresh.state !== 'answered') return wait()
    attempt = 0
    const next = acknowledge(host.outbox(), sent.answer, fresh?.answer)
    host.settle(next.outbox, next.refused, settledBy(sent.answer))
    return true
  }

  function wait(): false {
    host.note({ state: 'offline' })
    timer = setTimeout(run, retryDelay(attempt, Math.random()))
    attempt += 1
    return false
  }

  function setAside(problem: { code: Problem['code']; sentence: string }, batch: readonly Change[]): boolean {
    const [first] = batch
    if (!first || !aboutTheChange.has(problem.code)) {
      host.note({ state: 'halted', sentence: problem.sentence })
      return false
    }
    if (batch.length > 1) {
      oneByOne = true
      return true
    }
    const refused = first.edits.slice(0, 1).map((edit) => ({
      refusal: { changeId: first.id, edit: 0, code: 'invalid' as const, sentence: problem.sentence },
      edit,
      change: first,
    }))
    host.settle(dropPending(host.outbox(), first.id), refused, [first.id])
    return true
  }

  return {
    /** Starts sending, or tries again now. */
    wake(): void {
      attempt = 0
      void run()
    },
    stop(): void {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
