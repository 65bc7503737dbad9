import { parentPort } from 'node:worker_threads'
import { fingerprint, hashWords } from '@/lib/coursework/fingerprint-text'
import { findSimilar, printSubmission, sharedPassages } from '@/lib/coursework/similarity'
import type { Compare, CourseworkRequest } from '@/lib/workers/coursework-protocol'
import { takeIn } from '@/lib/workers/take-in'

// One request a worker: coursework-in-worker.ts starts it, hands over the request and ends it.
parentPort?.once('message', (request: CourseworkRequest) => {
  parentPort?.postMessage(answer(request))
})

function answer(request: CourseworkRequest) {
  if (request.kind === 'take-in') return takeIn(request)
  const print = ({ id, text, reading }: Compare['works'][number]) =>
    printSubmission(id, text, reading as Parameters<typeof printSubmission>[2])
  if (request.kind === 'compare') return { pairs: findSimilar(request.works.map(print), request.base) }
  const [a, b] = [print(request.a), print(request.b)]
  const base = new Set(request.base.flatMap((text) => [...fingerprint(hashWords(text)).hashes]))
  return { passages: sharedPassages(a, b, base), pair: findSimilar([a, b], request.base, 0)[0] }
}
