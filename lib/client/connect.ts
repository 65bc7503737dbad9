import { createListener } from '@/lib/client/listener'
import { documentOf, type Keeper, type ModelStore } from '@/lib/client/model-store'
import { addPending, type RefusedHere } from '@/lib/client/outbox'
import { forgetPending, keepPending, loadPending, type Owner } from '@/lib/client/pending-store'
import { createSender } from '@/lib/client/sender'
import { keepSteps, loadSteps } from '@/lib/client/step-store'

/** A keeper that is connected to this browser's storage and to the server, until it is closed. */
export type Connection = Keeper & { close(): void }

/**
 * Connects a document to storage and server: what an earlier visit kept is loaded and sent, what is made now is on disk
 * before it is sent, and what the server settled is forgotten. Without storage (a private window) it sends all the same.
 */
export function connect(store: ModelStore, newId: () => string): Connection {
  const { modelId, actor } = store.getState()
  const owner: Owner = { userId: actor.id, modelId }
  let disk: Promise<unknown> = Promise.resolve()
  const onDisk = (work: () => Promise<unknown>) => {
    disk = disk.then(work).catch(() => undefined)
    return disk
  }

  const sender = createSender({
    modelId,
    lock: `bulkhead-send-${owner.userId}-${modelId}`,
    outbox: () => store.getState().outbox,
    note: (sending) => store.setState({ sending }),
    settle(next, refused, settledIds) {
      // Where a card stands is not worth a question: whoever moved it first on the server wins.
      const lost = refused.filter(({ edit }) => edit.type !== 'place').map(keepRefused)
      store.setState({
        ...documentOf(next, store.getState().index),
        refused: [...store.getState().refused, ...lost],
      })
      onDisk(() => forgetPending(owner, settledIds))
    },
  })

  // A refused edit may hold typed words: it stays on disk under an id of its own until the person takes either value.
  function keepRefused(entry: RefusedHere): RefusedHere {
    const change = { ...entry.change, id: newId() }
    onDisk(() => keepPending(owner, change))
    return { ...entry, change }
  }

  let isLost = false
  const listener = createListener({
    modelId,
    tab: newId(),
    outbox: () => store.getState().outbox,
    take: (next) => store.setState(documentOf(next, store.getState().index)),
    meet(here) {
      const others = here.filter((each) => each.userId !== actor.id)
      // Signed in again, or the model taken back: what was kept can go on its way.
      if (isLost) sender.wake()
      isLost = false
      if (JSON.stringify(others) !== JSON.stringify(store.getState().others)) store.setState({ others })
    },
    lose(sentence) {
      isLost = true
      store.setState({ sending: { state: 'halted', sentence } })
    },
  })
  listener.wake()

  onDisk(async () => {
    const steps = await loadSteps(owner)
    // What was done here already is newer than what an earlier visit left.
    if (steps && store.getState().steps.undo.length === 0) store.setState({ steps })
  })
  const stopKeepingSteps = store.subscribe(({ steps }, before) => {
    if (steps !== before.steps) onDisk(() => keepSteps(owner, steps))
  })

  onDisk(async () => {
    const changes = await loadPending(owner)
    if (changes.length === 0) return
    const { outbox, index } = store.getState()
    store.setState(documentOf(addPending(outbox, changes), index))
  }).then(() => sender.wake())

  for (const change of store.getState().outbox.pending) onDisk(() => keepPending(owner, change))

  const wake = () => sender.wake()
  const wakeWhenSeen = () => {
    if (document.visibilityState !== 'visible') return
    listener.wake()
    if (store.getState().outbox.pending.length > 0) wake()
  }
  window.addEventListener('online', wake)
  document.addEventListener('visibilitychange', wakeWhenSeen)
  return {
    keep(change) {
      onDisk(() => keepPending(owner, change)).then(wake)
    },
    forget(ids) {
      onDisk(() => forgetPending(owner, ids))
    },
    close() {
      window.removeEventListener('online', wake)
      document.removeEventListener('visibilitychange', wakeWhenSeen)
      stopKeepingSteps()
      listener.stop()
      sender.stop()
    },
  }
}
