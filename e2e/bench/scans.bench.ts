import { loadavg } from 'node:os'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { becomeOwner } from '@/e2e/bench/become-owner'
import { generateScans } from '@/e2e/bench/generate-scans'
import { printTable } from '@/e2e/bench/table'
import { Client } from '@/e2e/client'
import { OwnServer } from '@/e2e/own-server'
import type { RunHead } from '@/lib/model/scan-run'

// The real server: 20 MB of a scanner's output are read and kept over HTTP, while somebody else asks for a small model
// twenty times a second. The digest that the server made tells that all of it arrived. Load generator and server share the
// cores.

const MB = 1_000_000
const server = await OwnServer.onFreePort({ LOG_LEVEL: 'warn' })
const lines = await server.start()
const cookie = await becomeOwner(server.origin, lines.join('\n').match(/token=(\S+)/)?.[1] ?? '')
const headers = { origin: server.origin, cookie }

async function makeModel(name: string): Promise<string> {
  const answer = await fetch(`${server.origin}/api/models`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ name, from: { kind: 'empty' } }),
  })
  return ((await answer.json()) as { id: string }).id
}

async function send(id: string, name: string, text: string): Promise<Response> {
  const body = new FormData()
  body.append('files', new Blob([text]), name)
  return fetch(`${server.origin}/api/models/${id}/scans`, { method: 'POST', headers, body })
}

type Kept = { runs: { head: RunHead; warnings: string[] }[]; unreadable: { sentence: string }[] }

async function digestOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Buffer.from(digest).toString('hex')
}

const rows: (string | number)[][] = []
try {
  const small = await makeModel('Small')
  const id = await makeModel('Large')
  // As after some use: the first request of all starts a thread.
  await send(id, 'warm.log', '[WARN] 5.4 - Container of docker is not privileged (Automated)\n')
  for (const [name, text] of generateScans(20 * MB)) {
    const workerData = { url: `${server.origin}/api/models/${small}`, headers, paceMs: 50 }
    const others = new Worker(path.resolve('e2e/bench/ask-steadily.mjs'), { workerData })
    const waiting = new Promise<number[]>((resolve) => others.once('message', resolve))
    await new Promise((resolve) => others.once('online', resolve))
    const start = performance.now()
    const answer = await send(id, name, text)
    const kept = (await answer.json()) as Kept
    const took = performance.now() - start
    others.postMessage('stop')
    const waits = (await waiting).toSorted((a, b) => a - b)
    await others.terminate()
    const [run] = kept.runs
    if (!run) throw new Error(`${name}: ${answer.status} ${JSON.stringify(kept).slice(0, 300)}`)
    if (run.head.file.digest !== (await digestOf(text))) throw new Error(`${name} did not arrive whole.`)
    const checks = Object.values(run.head.counts).reduce((sum, count) => sum + count, 0)
    const longest = waits.at(-1) ?? 0
    rows.push([
      name,
      (text.length / MB).toFixed(1),
      checks.toLocaleString('en'),
      took,
      String(waits.length),
      longest,
    ])
  }
  const part = '--b\r\ncontent-disposition: form-data; name="files"; filename="huge.log"\r\n\r\n'
  const refused = await new Client(server.origin, cookie).send('POST', `/api/models/${id}/scans`, {
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
    body: `${part}${'x'.repeat(64 * MB)}\r\n--b--\r\n`,
  })
  console.log(`64 MB are answered with ${refused.status}: ${refused.text.slice(0, 200)}`)
  console.log(`Load of the machine: ${loadavg()[0]?.toFixed(1)}`)
  printTable(['File', 'MB', 'checks', 'took', 'others’ requests', 'longest of them'], rows)
} finally {
  await server.kill()
}
