import path from 'node:path'
import type { ReportAnswer, ReportRequest, Wanted } from '@/lib/workers/report-protocol'
import { type OnceLimits, runOnce } from '@/lib/workers/run-once'
import { THREAD_MEMORY_MB } from '@/lib/workers/thread-memory'

/** Where the launcher puts the bundled worker: see PARSE_WORKER_FILE. */
const WORKER_FILE = path.join('lib', 'cli', 'dist', 'report-worker.js')

const LIMITS: OnceLimits = { timeoutMs: 120_000, memoryMb: THREAD_MEMORY_MB }

const SMALLER = 'Split the model into several, or take a format that holds less.'
const SENTENCES = {
  notBuilt:
    'The part of Bulkhead that writes reports was not built. Stop the server and run "npm start" again.',
  tooSlow: `Writing this report took longer than two minutes and was stopped. ${SMALLER}`,
  tooLarge: `This report is larger than a file of this format can be. ${SMALLER}`,
  failed:
    'The report could not be written: the writer stopped unexpectedly. Try again; if it stays so, take another format.',
}

/**
 * Writes a report in a thread of its own: of a thousand components it takes seconds, in which nobody else would be answered.
 * Never rejects: what went wrong is answered with a sentence.
 */
export function reportInWorker<W extends Wanted>(
  request: ReportRequest<W>,
  limits: OnceLimits = LIMITS,
  workerFile: string = WORKER_FILE,
): Promise<ReportAnswer<W> | { stopped: string }> {
  return runOnce<ReportAnswer<W>>(workerFile, request, limits, SENTENCES)
}
