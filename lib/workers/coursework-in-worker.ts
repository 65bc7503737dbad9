import { existsSync } from 'node:fs'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { CourseworkAnswer, CourseworkRequest } from '@/lib/workers/coursework-protocol'

/** Where the launcher puts the bundled worker: see PARSE_WORKER_FILE. */
const WORKER_FILE = path.join('lib', 'cli', 'dist', 'coursework-worker.js')

export type WorkerLimits = { timeoutMs: number; memoryMb: number }

const LIMITS: WorkerLimits = { timeoutMs: 120_000, memoryMb: 1024 }

/**
 * Reads or compares coursework in a thread of its own, so that no text can block or exhaust the server. Never rejects:
 * too slow, too much memory and a crash are answered with a sentence.
 */
export async function courseworkInWorker<R extends CourseworkRequest>(
  request: R,
  limits: WorkerLimits = LIMITS,
  workerFile: string = path.join(/* turbopackIgnore: true */ process.cwd(), WORKER_FILE),
): Promise<CourseworkAnswer<R> | { stopped: string }> {
  if (!existsSync(/* turbopackIgnore: true */ workerFile))
    return {
      stopped:
        'The part of Bulkhead that reads coursework was not built. Stop the server and run "npm start" again.',
    }
  const worker = new Worker(/* turbopackIgnore: true */ workerFile, {
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
    // Not the server's own flags: its guard would find the data folder taken, and end the worker.
    execArgv: [],
    stdout: true,
    stderr: true,
  })
  return new Promise((resolve) => {
    const end = (answer: CourseworkAnswer<R> | { stopped: string }) => {
      clearTimeout(timer)
      resolve(answer)
      void worker.terminate()
    }
    const stop = (why: string) => end({ stopped: `${why} Nothing was changed. Try fewer files at once.` })
    const timer = setTimeout(() => stop('Reading this took too long and was stopped.'), limits.timeoutMs)
    worker.on('message', (answer: CourseworkAnswer<R>) => end(answer))
    worker.on('error', (error: NodeJS.ErrnoException) =>
      stop(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? 'Reading this needs too much memory and was stopped.'
          : 'This could not be read: the reader stopped unexpectedly.',
      ),
    )
    worker.on('exit', () => stop('This could not be read: the reader stopped unexpectedly.'))
    worker.postMessage(request)
  })
}
