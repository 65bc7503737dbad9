import { Worker } from 'node:worker_threads'

/** What a thread is started with; one that waits serves only a task that asks for the same. */
export type ThreadOptions = { file: string; memoryMb: number }

/** What a thread sends: its answer, and how much its heap holds then. */
export type ThreadAnswer<Answer> = { answer: Answer; heapBytes: number }

type Waiting = { worker: Worker; options: ThreadOptions; owner: string | undefined; timer: NodeJS.Timeout }

/** A thread with more than this on its heap is ended, not kept: what it holds would only be cleared at its next task. */
const KEPT_HEAP_BYTES = 96 * 1024 * 1024
const WAITS_MS = { bulkheadKept: 60_000, bulkheadFresh: 300_000 }

// On globalThis, because a bundler may give routes a copy each of this module, and two threads are enough to wait.
const holder = globalThis as typeof globalThis & {
  /** Has served one owner, and waits a while for more of the same. */
  bulkheadKept?: Waiting | undefined
  /** Has served nobody, and compiles its code while it waits. */
  bulkheadFresh?: Waiting | undefined
}
type Slot = keyof typeof WAITS_MS

/**
 * A thread for one task: the one that served `owner` before, or one that has served nobody. What one workspace had read
 * never runs beside what another has. Without an owner it is always a new one.
 */
export function takeThread(options: ThreadOptions, owner?: string): Worker {
  if (owner === undefined) return startThread(options)
  const isOwn = holder.bulkheadKept?.owner === owner
  return (isOwn && take('bulkheadKept', options)) || take('bulkheadFresh', options) || startThread(options)
}

/** Starts a thread for a task that may come soon. One that waits already waits longer. */
export function prepareThread(options: ThreadOptions): void {
  const { bulkheadFresh: waiting } = holder
  if (waiting && isSame(waiting.options, options)) waiting.timer.refresh()
  else keep('bulkheadFresh', startThread(options), options)
}

/** After a task that went well: the thread waits for the owner's next one, unless it has grown too large for that. */
export function giveBack(
  worker: Worker,
  options: ThreadOptions,
  { owner, heapBytes }: { owner: string | undefined; heapBytes: number },
): void {
  if (owner === undefined) return void worker.terminate()
  prepareThread(options)
  if (heapBytes > KEPT_HEAP_BYTES) return void worker.terminate()
  keep('bulkheadKept', worker, options, owner)
}

function keep(slot: Slot, worker: Worker, options: ThreadOptions, owner?: string): void {
  const { [slot]: before } = holder
  if (before) end(slot, before)
  const waiting: Waiting = {
    worker,
    options,
    owner,
    timer: setTimeout(() => end(slot, waiting), WAITS_MS[slot]).unref(),
  }
  holder[slot] = waiting
  // One that ends while it waits is no failure of anybody's task.
  worker.once('error', () => forget(slot, waiting))
  worker.once('exit', () => forget(slot, waiting))
  // It holds up neither a test nor the end of the server.
  worker.unref()
}

function take(slot: Slot, options: ThreadOptions): Worker | undefined {
  const { [slot]: waiting } = holder
  if (!waiting || !isSame(waiting.options, options)) return undefined
  forget(slot, waiting)
  waiting.worker.ref()
  return waiting.worker
}

function end(slot: Slot, waiting: Waiting): void {
  forget(slot, waiting)
  void waiting.worker.terminate()
}

function forget(slot: Slot, waiting: Waiting): void {
  clearTimeout(waiting.timer)
  if (holder[slot] === waiting) holder[slot] = undefined
}

function isSame(a: ThreadOptions, b: ThreadOptions): boolean {
  return a.file === b.file && a.memoryMb === b.memoryMb
}

function startThread({ file, memoryMb }: ThreadOptions): Worker {
  return new Worker(/* turbopackIgnore: true */ file, {
    resourceLimits: {
      maxOldGenerationSizeMb: memoryMb,
      maxYoungGenerationSizeMb: Math.min(48, memoryMb),
      stackSizeMb: 4,
    },
    // Not the server's own flags: its guard would find the data folder taken, and end the worker.
    execArgv: [],
    stdout: true,
    stderr: true,
  })
}
