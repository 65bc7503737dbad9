import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Worker } from 'node:worker_threads'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { giveBack, prepareThread, takeThread } from '@/lib/workers/thread-pool'

let folder = ''
let file = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'thread-pool-'))
  file = path.join(folder, 'idle.mjs')
  writeFileSync(
    file,
    "import { parentPort } from 'node:worker_threads'\nparentPort.on('message', () => process.exit(1))\n",
  )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const options = () => ({ file, memoryMb: 64 })
const small = 1_000_000
/** The thread that has served nobody. */
const waiting = () => (globalThis as { bulkheadFresh?: { worker: Worker } }).bulkheadFresh?.worker
const ended = (worker: Worker) => new Promise((resolve) => worker.once('exit', resolve))
/** Leaves no thread waiting for the next test. */
afterEach(async () => {
  const holder = globalThis as { bulkheadKept?: { worker: Worker }; bulkheadFresh?: { worker: Worker } }
  await Promise.all([holder.bulkheadKept?.worker.terminate(), holder.bulkheadFresh?.worker.terminate()])
})

describe('the threads that wait', () => {
  it('serves its owner again, and nobody else', async () => {
    const first = takeThread(options(), 'a')
    giveBack(first, options(), { owner: 'a', heapBytes: small })
    const again = takeThread(options(), 'a')
    expect(again).toBe(first)
    giveBack(again, options(), { owner: 'a', heapBytes: small })
    const other = takeThread(options(), 'b')
    expect(other).not.toBe(first)
    expect(takeThread(options(), 'a')).toBe(first)
    await Promise.all([other.terminate(), first.terminate()])
  })

  it('serve anybody while they have served nobody', async () => {
    prepareThread(options())
    const prepared = waiting()
    prepareThread(options())
    const taken = takeThread(options(), 'a')
    expect(taken).toBe(prepared)
    giveBack(taken, options(), { owner: 'a', heapBytes: small })
    expect(takeThread(options(), 'a')).toBe(prepared)
    await prepared?.terminate()
  })

  it('are one that served its owner and one that serves the next', async () => {
    const taken = takeThread(options(), 'a')
    giveBack(taken, options(), { owner: 'a', heapBytes: small })
    const fresh = waiting()
    expect(fresh).not.toBe(taken)
    expect(takeThread(options(), 'b')).toBe(fresh)
    await fresh?.terminate()
  })

  it('is never one without an owner, and never of other limits', async () => {
    const once = takeThread(options())
    const gone = ended(once)
    giveBack(once, options(), { owner: undefined, heapBytes: small })
    await gone
    const owned = takeThread(options(), 'a')
    giveBack(owned, options(), { owner: 'a', heapBytes: small })
    const larger = takeThread({ ...options(), memoryMb: 128 }, 'a')
    expect(larger).not.toBe(owned)
    await larger.terminate()
  })

  it('is replaced by a new one when it has grown', async () => {
    const grown = takeThread(options(), 'a')
    const gone = ended(grown)
    giveBack(grown, options(), { owner: 'a', heapBytes: 1_000_000_000 })
    await gone
    const next = takeThread(options(), 'b')
    expect(next).not.toBe(grown)
    await next.terminate()
  })

  it('are no more: of two that come back, the first ends', async () => {
    const [one, two] = [takeThread(options(), 'a'), takeThread(options(), 'a')]
    const gone = ended(one)
    giveBack(one, options(), { owner: 'a', heapBytes: small })
    giveBack(two, options(), { owner: 'a', heapBytes: small })
    await gone
    expect(takeThread(options(), 'a')).toBe(two)
    await two.terminate()
  })

  it('is forgotten when it ends while it waits', async () => {
    const worker = takeThread(options(), 'a')
    giveBack(worker, options(), { owner: 'a', heapBytes: small })
    const gone = ended(worker)
    worker.postMessage('end')
    await gone
    const next = takeThread(options(), 'a')
    expect(next).not.toBe(worker)
    await next.terminate()
  })
})
