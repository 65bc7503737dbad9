import { existsSync } from 'node:fs'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { inTurn } from '@/lib/workers/turns'

export type OnceLimits = {
  timeoutMs: number
  /** Memory of the thread, in megabytes. */
  memoryMb: number
}

/** What to say, in whole sentences, of a thread that gave no answer. */
export type OnceSentences = { notBuilt: string; tooSlow: string; tooLarge: string; failed: string }

/**
 * Does one task in a thread of its own that ends with it, so that no task can block or exhaust the server. Never rejects: too
 * slow, too much memory and a crash are answered with a sentence. What a crash says may quote the task, so it is not passed on.
 * @param file of the bundled worker, relative to the folder that the server runs in: see PARSE_WORKER_FILE.
 */
export function runOnce<Answer>(
  file: string,
  request: unknown,
  limits: OnceLimits,
  sentences: OnceSentences,
): Promise<Answer | { stopped: string }> {
  const absolute = path.resolve(/* turbopackIgnore: true */ process.cwd(), file)
  if (!existsSync(/* turbopackIgnore: true */ absolute))
    return Promise.resolve({ stopped: sentences.notBuilt })
  return inTurn(() => run(absolute, request, limits, sentences))
}

function run<Answer>(
  file: string,
  request: unknown,
  limits: OnceLimits,
  sentences: OnceSentences,
): Promise<Answer | { stopped: string }> {
  const worker = new Worker(/* turbopackIgnore: true */ file, {
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
    // Not the server's own flags: its guard would find the data folder taken, and end the worker.
    execArgv: [],
    stdout: true,
    stderr: true,
  })
  return new Promise((resolve) => {
    const end = (answer: Answer | { stopped: string }) => {
      clearTimeout(timer)
      resolve(answer)
      void worker.terminate()
    }
    const timer = setTimeout(() => end({ stopped: sentences.tooSlow }), limits.timeoutMs)
    worker.on('message', (answer: Answer) => end(answer))
    worker.on('error', (error: NodeJS.ErrnoException) => {
      // A text longer than any text may be is a RangeError.
      const isTooLarge = error.code === 'ERR_WORKER_OUT_OF_MEMORY' || error.name === 'RangeError'
      end({ stopped: isTooLarge ? sentences.tooLarge : sentences.failed })
    })
    worker.on('exit', () => end({ stopped: sentences.failed }))
    worker.postMessage(request)
  })
}
