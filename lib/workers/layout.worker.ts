import { answerLayout, type LayoutRequest } from '@/lib/workers/layout-protocol'

// One request a worker: whoever no longer wants the answer terminates it.
self.addEventListener('message', (event: MessageEvent<LayoutRequest>) => {
  self.postMessage(answerLayout(event.data))
})
