import { parentPort } from 'node:worker_threads'
import { type Given, readGiven } from '@/lib/workers/read-given'
import type { UnpackLimits } from '@/lib/workers/unpack/open-zip'

// One request a worker: parse-in-worker.ts starts it, hands over the files and ends it. Files come by message, because
// workerData arrives empty in a production build.
parentPort?.once('message', async ({ unpack, ...given }: Given & { unpack: UnpackLimits }) => {
  parentPort?.postMessage(await readGiven(given, unpack))
})
