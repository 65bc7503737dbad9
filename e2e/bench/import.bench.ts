import { loadavg } from 'node:os'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { becomeOwner } from '@/e2e/bench/become-owner'
import { generateManifests } from '@/e2e/bench/generate-manifests'
import { printTable } from '@/e2e/bench/table'
import { OwnServer } from '@/e2e/own-server'
import type { ImportPlan } from '@/lib/importers/import-plan'
import type { ChangesAnswer } from '@/lib/model/protocol'

// The real server: 10 MB of manifests are planned and committed over HTTP, while somebody else asks for a small model twenty
// times a second. Load generator and server share the cores.

const PACE_MS = 50
const server = await OwnServer.onFreePort({ LOG_LEVEL: 'warn' })
const lines = await server.start()
const cookie = await becomeOwner(server.origin, lines.join('\n').match(/token=(\S+)/)?.[1] ?? '')
const headers = { origin: server.origin, cookie }

async function ask(path: string, body?: BodyInit, type?: string): Promise<string> {
  const answer = await fetch(server.origin + path, {
    ...(body !== undefined && { method: 'POST', body }),
    headers: { ...headers, ...(type !== undefined && { 'content-type': type }) },
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${answer.status} ${text.slice(0, 300)}`)
  return text
}

const makeModel = async (name: string) =>
  (
    JSON.parse(
      await ask('/api/models', JSON.stringify({ name, from: { kind: 'empty' } }), 'application/json'),
    ) as { id: string }
  ).id

const rows: (string | number)[][] = []

/** Runs a task while others ask, and notes how long they wait. */
async function beside<T>(what: string, task: () => Promise<T>): Promise<T> {
  const workerData = { url: `${server.origin}/api/models/${small}`, headers, paceMs: PACE_MS }
  const others = new Worker(path.resolve('e2e/bench/ask-steadily.mjs'), { workerData })
  const waiting = new Promise<number[]>((resolve) => others.once('message', resolve))
  await new Promise((resolve) => others.once('online', resolve))
  const start = performance.now()
  const value = await task()
  const took = performance.now() - start
  others.postMessage('stop')
  const waits = await waiting
  await others.terminate()
  const sorted = waits.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  rows.push([what, took, String(sorted.length), at(0.5), at(0.99), at(1)])
  return value
}

const small = await makeModel('Small')
const form = (text: string) => {
  const data = new FormData()
  data.append('files', new Blob([text]), 'all.yaml')
  return data
}
try {
  await beside('nothing else', () => new Promise((resolve) => setTimeout(resolve, 3000)))
  for (const count of [1000, 7000]) {
    const text = generateManifests(count)
    const id = await makeModel(`${count}`)
    const name = count.toLocaleString('en')
    // The first is cold, as after a start of the server.
    const first = await beside(`plan of ${name}`, () => ask(`/api/models/${id}/imports`, form(text)))
    const again = await beside(`plan of ${name} again`, () => ask(`/api/models/${id}/imports`, form(text)))
    const { change, baseSeq, added } = JSON.parse(again) as ImportPlan
    if (first.length !== again.length) throw new Error('Two plans of the same files differ.')
    const body = JSON.stringify({ base: baseSeq, changes: [change] })
    const answer = await beside(`commit of ${name} (${added.length.toLocaleString('en')} edits)`, () =>
      ask(`/api/models/${id}/changes`, body, 'application/json'),
    )
    if ((JSON.parse(answer) as ChangesAnswer).refused.length > 0) throw new Error(answer.slice(0, 300))
  }
  console.log(`Load of the machine: ${loadavg()[0]?.toFixed(1)}`)
  printTable(['Deployments', 'took', 'others’ requests', 'p50', 'p99', 'longest'], rows)
} finally {
  await server.kill()
}
