import type { LayoutAnswer, LayoutRequest } from '@/lib/workers/layout-protocol'

/** The part of a Worker that is used, so that a test can bring a thread of its own. */
export type LayoutThread = {
  postMessage(request: LayoutRequest): void
  terminate(): unknown
  onmessage: ((event: MessageEvent<LayoutAnswer>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

/** A layout under way. `answer` never rejects; after `cancel` it never settles. */
export type RunningLayout = { answer: Promise<LayoutAnswer>; cancel(): void }

/**
 * Lays out off the main thread, in a worker of its own that ends with its answer. `cancel` ends it at once.
 * Make the graph with `layoutGraphOf(model, catalogue)`; it is small, the model is not.
 */
export function layoutInWorker(
  request: LayoutRequest,
  start: () => LayoutThread = startBrowserWorker,
): RunningLayout {
  const thread = start()
  const answer = new Promise<LayoutAnswer>((resolve) => {
    thread.onmessage = (event) => {
      thread.terminate()
      resolve(event.data)
    }
    thread.onerror = (event) => {
      thread.terminate()
      resolve({
        ok: false,
        sentence: `The layout could not be made: ${event.message || 'its worker did not start.'}`,
      })
    }
  })
  thread.postMessage(request)
  return { answer, cancel: () => void thread.terminate() }
}

function startBrowserWorker(): LayoutThread {
  return new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module', name: 'layout' })
}
