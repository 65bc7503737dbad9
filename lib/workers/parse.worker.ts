import { getHeapStatistics } from 'node:v8'
import { parentPort } from 'node:worker_threads'
import { type PlanRequest, planGiven } from '@/lib/workers/plan-given'
import { type Given, readGiven } from '@/lib/workers/read-given'
import { readScanTask, type ScanTask } from '@/lib/workers/read-scan-task'
import type { ThreadAnswer } from '@/lib/workers/thread-pool'
import type { UnpackLimits } from '@/lib/workers/unpack/open-zip'
import { warmUp } from '@/lib/workers/warm-up'

type Message = (Given | ScanTask) & { unpack: UnpackLimits; plan?: PlanRequest }

// Whoever reads files of others holds the prototypes of all objects closed: no file adds to them. That of RegExp is left
// out: no pattern comes from a file, and once it is closed every pattern is tried in the engine's slow way (a tenth of
// all reading).
for (const { prototype } of [Object, Array, Map, Set, String, Function]) Object.preventExtensions(prototype)

// One request at a time: parse-in-worker.ts hands over the files and decides whether this thread may serve another
// request. Files come by message, because workerData arrives empty in a production build. With a model to compare them
// with, the answer is a plan.
let isWanted = false
parentPort?.on('message', async ({ unpack, plan, ...given }: Message) => {
  isWanted = true
  if ('controls' in given) return send(await readScanTask(given, unpack))
  const read = await readGiven(given, unpack)
  if (!plan) return send(read)
  const planned = planGiven(read, plan)
  send(planned, 'json' in planned ? [planned.json.buffer as ArrayBuffer] : [])
})

void warmUp(() => isWanted)

function send<Answer>(answer: Answer, handedOver: ArrayBuffer[] = []): void {
  const sent: ThreadAnswer<Answer> = { answer, heapBytes: getHeapStatistics().used_heap_size }
  parentPort?.postMessage(sent, handedOver)
}
