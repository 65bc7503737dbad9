import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { loadAll } from 'js-yaml'
import { generateManifests } from '@/e2e/bench/generate-manifests'
import { printTable } from '@/e2e/bench/table'
import { emptyModel } from '@/lib/model/empty-model'
import { buildWorker } from '@/lib/testing/build-worker'
import { PARSE_LIMITS, planInWorker, prepareWorker } from '@/lib/workers/parse-in-worker'

// What the server does with uploaded manifests: read and planned in a worker. Beside each time stands that of the bare
// YAML parser for the same texts, run right before it, and how long anything else had to wait in this thread meanwhile.

type Files = { path: string; text: string }[]

const inputs = path.resolve('../shared/inputs/k8s/kube-prometheus')
const sets: [name: string, files: Files][] = [
  ['7,000 Deployments', [{ path: 'all.yaml', text: generateManifests(7000) }]],
  ['1,000 Deployments', [{ path: 'all.yaml', text: generateManifests(1000) }]],
]
if (existsSync(inputs)) {
  const names = readdirSync(inputs)
  sets.push([
    'kube-prometheus',
    names.map((name) => ({ path: name, text: readFileSync(path.join(inputs, name), 'utf8') })),
  ])
}

const limits = { ...PARSE_LIMITS, timeoutMs: 120_000, unpack: { ...PARSE_LIMITS.unpack, files: 1000 } }
/** As long as a thread needs to warm up, when somebody has looked at the page before dropping files. */
const AWAKE_MS = 8000
const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

async function measure(files: Files, isAwake: boolean, runs = 3) {
  const [bare, planned, waits]: number[][] = [[], [], []]
  let memory = 0
  let components = 0
  for (let run = 0; run < runs; run++) {
    if (isAwake) {
      prepareWorker(limits)
      await sleep(AWAKE_MS)
    }
    let start = performance.now()
    for (const { text } of files) loadAll(text)
    bare?.push(performance.now() - start)
    const delay = monitorEventLoopDelay({ resolution: 5 })
    const before = process.memoryUsage().rss
    let most = before
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss)
    }, 10)
    delay.enable()
    start = performance.now()
    const plan = { modelId: 'model', document: emptyModel('Model', 'hash'), baseSeq: 0 }
    // Each run is somebody else's, so none finds the thread of the one before.
    const answer = await planInWorker({ files, beside: [] }, plan, { limits, owner: crypto.randomUUID() })
    planned?.push(performance.now() - start)
    delay.disable()
    clearInterval(watch)
    waits?.push(delay.percentile(99) / 1e6)
    memory = Math.max(memory, most - before)
    if ('refused' in answer) throw new Error(answer.refused)
    components = answer.addedComponents
  }
  return {
    bare: median(bare ?? []),
    planned: median(planned ?? []),
    wait: median(waits ?? []),
    memory,
    components,
  }
}

await buildWorker('parse')
const rows: (string | number)[][] = []
const cases = [
  ...sets.map((set) => [...set, true] as const),
  ...sets.slice(0, 1).map((set) => [...set, false] as const),
]
for (const [name, files, isAwake] of cases) {
  const { bare, planned, wait, memory, components } = await measure(files, isAwake)
  const size = files.reduce((sum, { text }) => sum + text.length, 0) / 1e6
  rows.push([
    isAwake ? name : `${name}, thread just started`,
    size,
    components.toLocaleString('en'),
    bare,
    planned,
    (planned / bare).toFixed(2),
    wait,
    memory / 1e6,
  ])
}
printTable(['', 'MB', 'components', 'bare parser', 'plan', 'ratio', 'others wait, p99', 'memory, MB'], rows)
