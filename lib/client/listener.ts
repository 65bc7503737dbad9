import { fetchModel, fetchSince, type Sent } from '@/lib/client/change-api'
import { acknowledge, type Outbox, rebase } from '@/lib/client/outbox'
import type { Present, SinceAnswer } from '@/lib/model/protocol'

/** How often a page that is looked at asks for what others did. */
const EVERY_MS = 2500

/** What the listener needs of the document it keeps up to date. */
export type ListenerHost = {
  modelId: string
  tab: string
  outbox(): Outbox
  take(next: Outbox): void
  meet(here: readonly Present[]): void
  /** The server says that there is nothing to listen to any more: the model or the session is gone. */
  lose(sentence: string): void
}

/**
 * Brings what others did into the document, while its page is looked at. Asking costs one small request and holds no
 * connection, so many tabs, and proxies of every kind, do no harm.
 */
export function createListener(host: ListenerHost) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStopped = false
  let isAsking = false

  async function ask(): Promise<void> {
    if (isAsking || isStopped) return
    clearTimeout(timer)
    if (document.visibilityState === 'hidden') return
    isAsking = true
    try {
      const sent = await fetchSince(host.modelId, host.outbox().seq, host.tab)
      if (!isStopped) await hear(sent)
    } finally {
      isAsking = false
      if (!isStopped) timer = setTimeout(ask, EVERY_MS)
    }
  }

  async function hear(sent: Sent<SinceAnswer>): Promise<void> {
    if (sent.state === 'later') return
    if (sent.state === 'never') return host.lose(sent.sentence)
    const { here, ...answer } = sent.answer
    host.meet(here ?? [])
    if (answer.reload) {
      const fresh = await fetchModel(host.modelId)
      if (fresh.state === 'answered') host.take(rebase(host.outbox(), fresh.answer))
    } else if (answer.since.some((entry) => entry.seq > host.outbox().seq)) {
      host.take(acknowledge(host.outbox(), { ...answer, accepted: [], refused: [] }).outbox)
    }
  }

  return {
    /** Asks now, and again every few seconds. */
    wake(): void {
      void ask()
    },
    stop(): void {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
