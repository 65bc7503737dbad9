import { existsSync } from 'node:fs'
import path from 'node:path'
import type { FilesRead } from '@/lib/importers/read-files'
import type { PlannedBytes, PlanRequest } from '@/lib/workers/plan-given'
import type { Given } from '@/lib/workers/read-given'
import type { ScanOfFile, ScanTask } from '@/lib/workers/read-scan-task'
import { THREAD_MEMORY_MB } from '@/lib/workers/thread-memory'
import {
  giveBack,
  prepareThread,
  type ThreadAnswer,
  type ThreadOptions,
  takeThread,
} from '@/lib/workers/thread-pool'
import { inTurn } from '@/lib/workers/turns'
import type { UnpackLimits } from '@/lib/workers/unpack/open-zip'

export type ParseLimits = {
  timeoutMs: number
  /** Memory of the worker, in megabytes. */
  memoryMb: number
  /** Characters, or bytes of what is not decoded yet, of all files together. */
  maxLength: number
  maxFiles: number
  unpack: UnpackLimits
}

export const PARSE_LIMITS: ParseLimits = {
  timeoutMs: 20_000,
  memoryMb: THREAD_MEMORY_MB,
  maxLength: 60_000_000,
  maxFiles: 5_000,
  unpack: { packedBytes: 10 * 1024 * 1024, unpackedBytes: 50 * 1024 * 1024, files: 500, ratio: 200 },
}

export type ParseAnswer = FilesRead | { refused: string }

/**
 * Where the launcher puts the bundled worker: `bundle('parse-worker', 'lib/workers/parse.worker.ts')` of
 * lib/cli/launch/bundle.mjs, before the server starts. A file of its own, because what Next makes of a worker's address
 * differs between its development and production servers, and no bundler is at hand while serving.
 */
export const PARSE_WORKER_FILE = path.join('lib', 'cli', 'dist', 'parse-worker.js')

/**
 * Reads files in a thread of its own, so that no file can block or exhaust the server. Never rejects: too many files, too
 * slow, too much memory and a crash are answered with a sentence. The bytes of the files are handed over, not copied.
 * @param signal ends the thread when nobody waits any more.
 */
export function parseInWorker(
  given: Given,
  limits: ParseLimits = PARSE_LIMITS,
  workerFile?: string,
  signal?: AbortSignal,
): Promise<ParseAnswer> {
  return inWorker<FilesRead>({ given, limits, workerFile, signal })
}

/**
 * Reads files and compares them with a model, both off this thread. The plan comes as the bytes of its JSON.
 * @param run with `owner`, whose files these are: the thread is kept a while for more of the same owner's, and for nobody else.
 */
export function planInWorker(
  given: Given,
  plan: PlanRequest,
  run: { limits: ParseLimits; owner: string; signal?: AbortSignal | undefined; workerFile?: string },
): Promise<PlannedBytes | { refused: string }> {
  return inWorker<PlannedBytes>({ given, plan, ...run })
}

/** Reads the output of a scanner, or an archive of several, in the same way. */
export function scanInWorker(
  task: ScanTask,
  limits: ParseLimits,
  owner: string,
): Promise<ScanOfFile[] | { refused: string }> {
  return inWorker<ScanOfFile[]>({ given: task, limits, owner })
}

const GIVEN_UP = 'Reading these files was given up.'

/** Starts a thread before files come, so that they need not wait for it. */
export function prepareWorker(limits: Pick<ParseLimits, 'memoryMb'>): void {
  const options = threadOptions(limits)
  if (existsSync(/* turbopackIgnore: true */ options.file)) prepareThread(options)
}

function threadOptions({ memoryMb }: Pick<ParseLimits, 'memoryMb'>, workerFile?: string): ThreadOptions {
  return {
    file: workerFile ?? path.join(/* turbopackIgnore: true */ process.cwd(), PARSE_WORKER_FILE),
    memoryMb,
  }
}

type Work = {
  given: Given | ScanTask
  limits: ParseLimits
  plan?: PlanRequest
  workerFile?: string | undefined
  owner?: string | undefined
  signal?: AbortSignal | undefined
}

async function inWorker<Answer>(work: Work): Promise<Answer | { refused: string }> {
  const { given, limits } = work
  const options = threadOptions(limits, work.workerFile)
  const { files } = given
  const length = files.reduce(
    (sum, file) => sum + ('text' in file ? file.text.length : file.bytes.byteLength),
    0,
  )
  if (files.length > limits.maxFiles)
    return { refused: `These are more than ${limits.maxFiles} files. Import fewer at once.` }
  if (length > limits.maxLength) {
    return {
      refused: `These files are larger than ${Math.floor(limits.maxLength / 1_000_000)} MB together. Import fewer at once.`,
    }
  }
  if (!existsSync(/* turbopackIgnore: true */ options.file)) {
    return {
      refused:
        'The part of Bulkhead that reads files was not built. Stop the server and run "npm start" again.',
    }
  }
  return inTurn(() => run(work, options))
}

async function run<Answer>(work: Work, options: ThreadOptions): Promise<Answer | { refused: string }> {
  const { given, limits, plan, owner, signal } = work
  if (signal?.aborted) return { refused: GIVEN_UP }
  const worker = takeThread(options, owner)
  return new Promise((resolve) => {
    const end = (answer: Answer | { refused: string }) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', giveUp)
      for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event)
      // What comes of a thread that is being ended interests nobody.
      worker.on('error', () => undefined)
      resolve(answer)
    }
    const stop = (refused: string) => {
      end({ refused })
      void worker.terminate()
    }
    const giveUp = () => stop(GIVEN_UP)
    const timer = setTimeout(
      () =>
        stop(
          `Reading these files took longer than ${Math.ceil(limits.timeoutMs / 1000)} seconds and was stopped. Import fewer at once.`,
        ),
      limits.timeoutMs,
    )
    signal?.addEventListener('abort', giveUp)
    worker.on('message', ({ answer, heapBytes }: ThreadAnswer<Answer>) => {
      end(answer)
      giveBack(worker, options, { owner, heapBytes })
    })
    worker.on('error', (error: NodeJS.ErrnoException) => {
      // What a crash says may quote a file, so it is not passed on.
      const isFull = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      stop(
        isFull
          ? 'Reading these files needs too much memory and was stopped. Import fewer at once.'
          : 'These files could not be read: the reader stopped unexpectedly. Try them one by one.',
      )
    })
    worker.on('exit', () =>
      stop('These files could not be read: the reader stopped unexpectedly. Try them one by one.'),
    )
    const buffers = given.files.flatMap((file) => ('bytes' in file ? [file.bytes.buffer as ArrayBuffer] : []))
    worker.postMessage({ ...given, unpack: limits.unpack, ...(plan && { plan }) }, [...new Set(buffers)])
  })
}
