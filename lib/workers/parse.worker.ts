import { parentPort } from 'node:worker_threads'
import type { InputFile } from '@/lib/importers/extract'
import { readFiles } from '@/lib/importers/read-files'

// One request a worker: parse-in-worker.ts starts it, hands over the files and ends it. Files come by message, because
// workerData arrives empty in a production build.
parentPort?.once('message', (files: InputFile[]) => {
  parentPort?.postMessage(readFiles(files))
})
