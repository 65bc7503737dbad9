import path from 'node:path'
import { Worker as NodeWorker } from 'node:worker_threads'
import { build } from 'esbuild'
import { beforeAll, describe, expect, it } from 'vitest'
import { layoutNested } from '@/lib/layout/layout-nested'
import { type LayoutThread, layoutInWorker } from '@/lib/workers/layout-in-worker'

// The real worker's file, bundled as a browser would get it, in a real thread; four lines give it a browser's names.
const browserNames = `
  const { parentPort } = require('node:worker_threads')
  globalThis.self = globalThis
  self.addEventListener = (name, listener) => parentPort.on(name, (data) => listener({ data }))
  self.postMessage = (data) => parentPort.postMessage(data)
`
let code = ''
beforeAll(async () => {
  const bundled = await build({
    entryPoints: [path.resolve('lib/workers/layout.worker.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
  })
  code = browserNames + bundled.outputFiles[0]?.text
})

function startThread(script = code): { thread: LayoutThread; ended: Promise<number> } {
  const worker = new NodeWorker(script, { eval: true })
  const thread: LayoutThread = {
    postMessage: (request) => worker.postMessage(request),
    terminate: () => worker.terminate(),
    onmessage: null,
    onerror: null,
  }
  worker.on('message', (data) => thread.onmessage?.({ data } as MessageEvent))
  worker.on('error', (error) => thread.onerror?.({ message: (error as Error).message } as ErrorEvent))
  return { thread, ended: new Promise((resolve) => worker.on('exit', resolve)) }
}

const graph = {
  nodes: ['a', 'b', 'c'].map((id) => ({ id, width: 200, height: 64, isBoundary: false })),
  edges: [{ from: 'a', to: 'b' }],
}

describe('layoutInWorker', () => {
  it('answers with the same placements as the main thread, and ends its worker', async () => {
    const { thread, ended } = startThread()
    const { answer } = layoutInWorker({ graph }, () => thread)
    expect(await answer).toEqual({ ok: true, placements: layoutNested(graph) })
    await ended
  })

  it('keeps existing placements', async () => {
    const existing = { a: { x: 5, y: 7 } }
    const { answer } = layoutInWorker({ graph, existing }, () => startThread().thread)
    expect(await answer).toMatchObject({ ok: true, placements: existing })
  })

  it('answers a broken request with a sentence', async () => {
    const { answer } = layoutInWorker({ graph: { nodes: null } } as never, () => startThread().thread)
    expect(await answer).toMatchObject({ ok: false, sentence: expect.stringContaining('could not be made') })
  })

  it('answers with a sentence when the worker does not start', async () => {
    const { answer } = layoutInWorker({ graph }, () => startThread('throw new Error("no such file")').thread)
    expect(await answer).toEqual({ ok: false, sentence: 'The layout could not be made: no such file' })
  })

  it('ends the worker when it is cancelled', async () => {
    const { thread, ended } = startThread()
    layoutInWorker({ graph }, () => thread).cancel()
    expect(await ended).toBeTypeOf('number')
  })
})
