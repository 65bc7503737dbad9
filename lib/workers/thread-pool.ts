import { Worker } from 'node:worker_threads'

/** What a thread is started with; one that waits serves only a task that asks for the same. */
export type ThreadOptions = { file: string; memoryMb: number }

/** What a thread sends: its answer, and how much its heap holds then. */
export type ThreadAnswer<Answer> = { answer: Answer; heapBytes: number }

type Waiting = { worker: Worker; options: ThreadOptions; owner: string | undefined; timer: NodeJS.Timeout }

/** A thread with more than this on its heap is ended, not kept: what it holds would only be cleared at its next task. */
const KEPT_HEAP_BYTES = 96 * 1024 * 1024
const WAITS_MS = 60_000

// On globalThis, because a bundler may give routes a copy each of this module, and one thread is enough to wait.
const holder = globalThis as typeof globalThis & { bulkheadThread?: Waiting | undefined }

/**
 * A thread for one task. The one that waits is taken when it has served nobody yet, or nobody else than `owner`: what one
 * workspace had read never runs beside what another has. Without an owner it is always a new one.
 */
export function takeThread(options: ThreadOptions, owner?: string): Worker {
  const { bulkheadThread: waiting } = holder
  if (!waiting) return startThread(options)
  forget(waiting)
  const isFresh = waiting.owner === undefined
  const fits =
    isSame(waiting.options, options) && (isFresh || (owner !== undefined && waiting.owner === owner))
  if (!fits) {
    void waiting.worker.terminate()
    return startThread(options)
  }
  waiting.worker.ref()
  return waiting.worker
}

/** Starts a thread for a task that is about to come, unless one waits already. */
export function prepareThread(options: ThreadOptions): void {
  if (!holder.bulkheadThread) keep(startThread(options), options, undefined)
}

/**
 * After a task that went well: the thread waits for the owner's next one. If it is too large for that it ends, and one that
 * has served nobody waits in its place.
 */
export function giveBack(
  worker: Worker,
  options: ThreadOptions,
  { owner, heapBytes }: { owner: string | undefined; heapBytes: number },
): void {
  const isWanted = owner !== undefined && heapBytes <= KEPT_HEAP_BYTES && !holder.bulkheadThread
  if (isWanted) keep(worker, options, owner)
  else void worker.terminate()
  if (owner !== undefined) prepareThread(options)
}

function keep(worker: Worker, options: ThreadOptions, owner: string | undefined): void {
  const waiting: Waiting = {
    worker,
    options,
    owner,
    timer: setTimeout(() => {
      forget(waiting)
      void worker.terminate()
    }, WAITS_MS).unref(),
  }
  holder.bulkheadThread = waiting
  // One that ends while it waits is no failure of anybody's task.
  worker.once('error', () => forget(waiting))
  worker.once('exit', () => forget(waiting))
  // It holds up neither a test nor the end of the server.
  worker.unref()
}

function forget(waiting: Waiting): void {
  clearTimeout(waiting.timer)
  if (holder.bulkheadThread === waiting) holder.bulkheadThread = undefined
}

function isSame(a: ThreadOptions, b: ThreadOptions): boolean {
  return a.file === b.file && a.memoryMb === b.memoryMb
}

function startThread({ file, memoryMb }: ThreadOptions): Worker {
  return new Worker(/* turbopackIgnore: true */ file, {
    resourceLimits: {
      maxOldGenerationSizeMb: memoryMb,
      maxYoungGenerationSizeMb: Math.min(64, memoryMb),
      stackSizeMb: 4,
    },
    // Not the server's own flags: its guard would find the data folder taken, and end the worker.
    execArgv: [],
    stdout: true,
    stderr: true,
  })
}
