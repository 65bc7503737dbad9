import { parentPort } from 'node:worker_threads'
import type { ReportRequest } from '@/lib/workers/report-protocol'
import { writeReport } from '@/lib/workers/write-report'

// One report a worker: report-in-worker.ts starts it, hands over the model and ends it.
parentPort?.once('message', async (request: ReportRequest) => {
  const answer = await writeReport(request)
  const bytes = 'file' in answer ? answer.file?.bytes.buffer : undefined
  parentPort?.postMessage(answer, bytes ? [bytes] : [])
})
