import { parentPort } from 'node:worker_threads'
import { readGiven } from '@/lib/workers/read-given'
import type { UnpackLimits } from '@/lib/workers/unpack/open-zip'
import type { GivenFile } from '@/lib/workers/unpack/unpack-files'

// One request a worker: parse-in-worker.ts starts it, hands over the files and ends it. Files come by message, because
// workerData arrives empty in a production build.
parentPort?.once('message', async ({ files, unpack }: { files: GivenFile[]; unpack: UnpackLimits }) => {
  parentPort?.postMessage(await readGiven(files, unpack))
})
