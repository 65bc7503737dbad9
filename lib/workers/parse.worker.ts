import { parentPort } from 'node:worker_threads'
import { type PlanRequest, planGiven } from '@/lib/workers/plan-given'
import { type Given, readGiven } from '@/lib/workers/read-given'
import { readScanTask, type ScanTask } from '@/lib/workers/read-scan-task'
import type { UnpackLimits } from '@/lib/workers/unpack/open-zip'

type Message = (Given | ScanTask) & { unpack: UnpackLimits; plan?: PlanRequest }

// One request a worker: parse-in-worker.ts starts it, hands over the files and ends it. Files come by message, because
// workerData arrives empty in a production build. With a model to compare them with, the answer is a plan.
parentPort?.once('message', async ({ unpack, plan, ...given }: Message) => {
  if ('controls' in given) {
    parentPort?.postMessage(readScanTask(given))
    return
  }
  const read = await readGiven(given, unpack)
  if (!plan) {
    parentPort?.postMessage(read)
    return
  }
  const planned = planGiven(read, plan)
  parentPort?.postMessage(planned, [planned.json.buffer as ArrayBuffer])
})
