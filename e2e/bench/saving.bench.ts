import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { loadavg } from 'node:os'
import { becomeOwner } from '@/e2e/bench/become-owner'
import { generateModel } from '@/e2e/bench/generate-model'
import { printTable } from '@/e2e/bench/table'
import { OwnServer } from '@/e2e/own-server'
import { openRepositoryCatalogue } from '@/lib/cli/repository-catalogue'
import { writeModelFile } from '@/lib/model/model-file'
import type { ChangesAnswer } from '@/lib/model/protocol'
import type { ThreatModel } from '@/lib/model/threat-model'

// The real server, one edit a request, signed in, logged, durable when answered. Load generator and server share the cores.

const CLIENTS = 50
/** Edits a second of all clients together where they work at a pace: three a second each. */
const PACE = 150
const SECONDS = Number(process.env.BENCH_SECONDS ?? 8)
const catalogue = openRepositoryCatalogue()
const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS })

const server = await OwnServer.onFreePort({ LOG_LEVEL: 'warn' })
const lines = await server.start()
const cookie = await becomeOwner(server.origin, lines.join('\n').match(/token=(\S+)/)?.[1] ?? '')

type Answer = { status: number; text: string; cookies: string[] }

function send(method: string, path: string, body: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = {
      origin: server.origin,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      ...(cookie && { cookie }),
    }
    const out = request({ host: '127.0.0.1', port: server.port, path, method, headers, agent }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          text: Buffer.concat(parts).toString('utf8'),
          cookies: answer.headers['set-cookie'] ?? [],
        }),
      )
      answer.on('error', reject)
    })
    // The server closed a connection that was idle while this one took it up: nothing arrived, or the id is known.
    const isStale = (error: NodeJS.ErrnoException) => out.reusedSocket && error.code === 'ECONNRESET'
    out.on('error', (error) =>
      isStale(error) ? send(method, path, body).then(resolve, reject) : reject(error),
    )
    out.end(body)
  })
}

async function makeModel(model: ThreatModel): Promise<string> {
  const made = await send(
    'POST',
    '/api/models',
    JSON.stringify({ from: { kind: 'file', text: writeModelFile(model) } }),
  )
  if (made.status !== 200) throw new Error(made.text)
  return (JSON.parse(made.text) as { id: string }).id
}

type Lane = { modelId: string; componentId: string; was: unknown; seq: number; count: number }

/** Moves a component of its own by one edit. */
async function edit(lane: Lane): Promise<void> {
  const value = { x: ++lane.count, y: 1 }
  const edits = [{ type: 'place', viewId: 'main', componentId: lane.componentId, value, was: lane.was }]
  const changes = [{ id: randomUUID(), label: 'Move', atomic: false, edits }]
  const answer = await send(
    'POST',
    `/api/models/${lane.modelId}/changes`,
    JSON.stringify({ base: lane.seq, changes }),
  )
  const { accepted, refused, seq } = JSON.parse(answer.text) as ChangesAnswer
  if (accepted?.length !== 1 || refused.length > 0)
    throw new Error(`${answer.status} ${answer.text.slice(0, 300)}`)
  lane.was = value
  lane.seq = seq
}

/** What a save would cost that writes the whole document: a new model of the same content for every edit. */
async function rewrite(text: string): Promise<void> {
  const answer = await send('POST', '/api/models', text)
  if (answer.status !== 200) throw new Error(answer.text)
}

/** Milliseconds of processor time that the server's processes have taken, whatever else the machine did meanwhile (Linux). */
function serverCpu(): number {
  let ticks = 0
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      if (!readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`DATA_DIR=${server.dataDir}`)) continue
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
      ticks += Number(fields[11]) + Number(fields[12])
    } catch {
      // It ended meanwhile, or belongs to somebody else.
    }
  }
  return ticks * 10
}

/**
 * Lets every lane do its task for SECONDS, one after the other, or at a pace: `perSecond` tasks of all lanes together, as
 * people would who do not wait for each other. Then a time counts from the moment at which the task was due.
 */
async function measure(lanes: number, task: (lane: number) => Promise<void>, perSecond = Infinity) {
  const times: number[] = []
  const began = performance.now()
  const end = began + SECONDS * 1000
  const gap = (lanes / perSecond) * 1000
  const run = async (lane: number) => {
    for (let due = began + (gap * lane) / lanes; due < end; due += gap) {
      const early = due - performance.now()
      if (early > 0) await new Promise((resolve) => setTimeout(resolve, early))
      const start = gap > 0 ? due : performance.now()
      if (start >= end) break
      await task(lane)
      times.push(performance.now() - start)
    }
  }
  const begun = performance.now()
  const cpu = serverCpu()
  await Promise.all(Array.from({ length: lanes }, (_, lane) => run(lane)))
  const seconds = (performance.now() - begun) / 1000
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  const each = (serverCpu() - cpu) / times.length
  return { perSecond: times.length / seconds, p50: at(0.5), p95: at(0.95), p99: at(0.99), each }
}

function row(what: string, { perSecond, p50, p95, p99, each }: Awaited<ReturnType<typeof measure>>) {
  return [what, ...[perSecond, p50, p95, p99, each].map((value) => value.toFixed(value < 10 ? 1 : 0))]
}

async function lanesOn(modelIds: readonly string[], model: ThreatModel): Promise<Lane[]> {
  const ids = Object.keys(model.components)
  return Array.from({ length: CLIENTS }, (_, index) => {
    const componentId = ids[index % ids.length] ?? ''
    const was = model.views.main?.placements[componentId] ?? null
    return { modelId: modelIds[index % modelIds.length] ?? '', componentId, was, seq: 1, count: 0 }
  })
}

try {
  const rows: string[][] = []
  const small = generateModel(200, catalogue.hash)
  const own: string[] = []
  for (let index = 0; index < CLIENTS; index += 1) own.push(await makeModel(small))
  const ownLanes = await lanesOn(own, small)
  await Promise.all(ownLanes.map(edit))
  rows.push(
    row(
      `${CLIENTS} clients, 200 components each`,
      await measure(CLIENTS, (lane) => edit(ownLanes[lane] as Lane)),
    ),
  )
  rows.push(
    row(
      `the same, ${PACE} edits a second in all`,
      await measure(CLIENTS, (lane) => edit(ownLanes[lane] as Lane), PACE),
    ),
  )
  for (const size of [200, 1000, 5000]) {
    const model = generateModel(size, catalogue.hash)
    const shared = await lanesOn([await makeModel(model)], model)
    await Promise.all(shared.map(edit))
    const measured = await measure(CLIENTS, (lane) => edit(shared[lane] as Lane))
    rows.push(row(`${CLIENTS} clients on one model of ${size.toLocaleString('en')}`, measured))
  }
  for (const size of [200, 1000, 5000]) {
    const model = generateModel(size, catalogue.hash)
    const alone = await lanesOn([await makeModel(model)], model)
    rows.push(
      row(
        `1 client, ${size.toLocaleString('en')} components`,
        await measure(1, () => edit(alone[0] as Lane)),
      ),
    )
    const text = JSON.stringify({ from: { kind: 'file', text: writeModelFile(model) } })
    rows.push(row('  the whole document anew instead', await measure(1, () => rewrite(text))))
  }
  console.log(
    `Edits a second and milliseconds to the answer, ${SECONDS} s each; load of the machine ${loadavg()
      .map((each) => each.toFixed(1))
      .join(' ')}.\n`,
  )
  printTable(['one edit a request', 'edits/s', 'p50', 'p95', 'p99', 'server CPU'], rows)
  const check = spawnSync(process.execPath, ['lib/cli/launch/log-check.mjs'], {
    env: server.env,
    encoding: 'utf8',
  })
  console.log(`\n${check.stdout.trim().split('\n').at(-1)}`)
} finally {
  agent.destroy()
  await server.kill()
}
