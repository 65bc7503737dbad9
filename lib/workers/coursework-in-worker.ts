import path from 'node:path'
import type { CourseworkAnswer, CourseworkRequest } from '@/lib/workers/coursework-protocol'
import { type OnceLimits, runOnce } from '@/lib/workers/run-once'

/** Where the launcher puts the bundled worker: see PARSE_WORKER_FILE. */
const WORKER_FILE = path.join('lib', 'cli', 'dist', 'coursework-worker.js')

const LIMITS: OnceLimits = { timeoutMs: 120_000, memoryMb: 1024 }

const UNCHANGED = 'Nothing was changed. Try fewer files at once.'
const SENTENCES = {
  notBuilt:
    'The part of Bulkhead that reads coursework was not built. Stop the server and run "npm start" again.',
  tooSlow: `Reading this took too long and was stopped. ${UNCHANGED}`,
  tooLarge: `Reading this needs too much memory and was stopped. ${UNCHANGED}`,
  failed: `This could not be read: the reader stopped unexpectedly. ${UNCHANGED}`,
}

/** Reads or compares coursework in a thread of its own. Never rejects: what went wrong is answered with a sentence. */
export function courseworkInWorker<R extends CourseworkRequest>(
  request: R,
  limits: OnceLimits = LIMITS,
  workerFile: string = WORKER_FILE,
): Promise<CourseworkAnswer<R> | { stopped: string }> {
  return runOnce<CourseworkAnswer<R>>(workerFile, request, limits, SENTENCES)
}
