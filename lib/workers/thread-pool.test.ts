import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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
const ended = (worker: Worker) => new Promise((resolve) => worker.once('exit', resolve))
/** Leaves no thread waiting for the next test. */
const empty = () => takeThread(options(), 'nobody').terminate()

describe('the thread that waits', () => {
  it('serves its owner again, and nobody else', async () => {
    const first = takeThread(options(), 'a')
    giveBack(first, options(), { owner: 'a', heapBytes: small })
    const again = takeThread(options(), 'a')
    expect(again).toBe(first)
    giveBack(again, options(), { owner: 'a', heapBytes: small })
    const gone = ended(first)
    const other = takeThread(options(), 'b')
    expect(other).not.toBe(first)
    await gone
    await other.terminate()
  })

  it('serves anybody while it has served nobody', async () => {
    prepareThread(options())
    prepareThread(options())
    const prepared = takeThread(options(), 'a')
    giveBack(prepared, options(), { owner: 'a', heapBytes: small })
    expect(takeThread(options(), 'a')).toBe(prepared)
    await prepared.terminate()
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

  it('is the only one: of two that come back, one ends', async () => {
    const [one, two] = [takeThread(options(), 'a'), takeThread(options(), 'a')]
    const gone = ended(two)
    giveBack(one, options(), { owner: 'a', heapBytes: small })
    giveBack(two, options(), { owner: 'a', heapBytes: small })
    await gone
    expect(takeThread(options(), 'a')).toBe(one)
    await one.terminate()
  })

  it('is forgotten when it ends while it waits', async () => {
    const worker = takeThread(options(), 'a')
    giveBack(worker, options(), { owner: 'a', heapBytes: small })
    const gone = ended(worker)
    worker.postMessage('end')
    await gone
    expect(takeThread(options(), 'a')).not.toBe(worker)
    await empty()
  })
})
