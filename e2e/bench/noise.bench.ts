import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { printTable } from '@/e2e/bench/table'
import { analyse } from '@/lib/analysis/analyse'
import { openQuestions, questionsFor } from '@/lib/analysis/open-questions'
import { threatRows } from '@/lib/analysis/threat-rows'
import type { ThreatRow } from '@/lib/analysis/verdict'
import { importPaths } from '@/lib/cli/import-paths'

// How much people have to work through, on real files of others: rows raised per service or workload once causes are
// folded, how many of them are high or critical, and how many questions settle most of what is only possible.

const folder = path.resolve('../shared/inputs')
if (!existsSync(folder)) {
  console.log(`The files to measure on are not in ${folder}.`)
  process.exit(0)
}

/** Every file of a folder, or every folder in it, is one model. */
const inputsOf = (name: string) =>
  existsSync(path.join(folder, name))
    ? readdirSync(path.join(folder, name))
        .sort()
        .map((file) => path.join(folder, name, file))
    : []

type Measured = { rows: number[]; severe: number[]; questions: number }

/** Types that stand for one service or workload; add-ons are privileged by nature and told apart. */
const ordinary = new Set(['container', 'pod', 'deployment', 'statefulset', 'job', 'cronjob'])
const addOns = new Set([
  'daemonset',
  'static-pod',
  'ingress-controller',
  'operator',
  'gitops-controller',
  'dashboard',
  'monitoring',
  'log-agent',
  'coredns',
  'cni-plugin',
  'csi-driver',
  'mesh-control-plane',
])

async function measure(input: string): Promise<Measured> {
  const { model, catalogue } = await importPaths([input])
  const rows = threatRows(analyse(model, catalogue), '2026-11-29')
  const byElement = new Map<string, ThreatRow[]>()
  for (const { id, type } of Object.values(model.components))
    if (ordinary.has(type) || addOns.has(type)) byElement.set(id, [])
  for (const row of rows)
    if (row.state === 'raised' && row.causeId === undefined) byElement.get(row.elementId)?.push(row)
  const lists = [...byElement.values()]
  const isSevere = ({ severity }: ThreatRow) => severity === 'high' || severity === 'critical'
  const severe = [...byElement]
    .filter(([id]) => ordinary.has(model.components[id]?.type ?? ''))
    .map(([, list]) => (list.length === 0 ? 0 : list.filter(isSevere).length / list.length))
  return {
    rows: lists.map((list) => list.length),
    severe,
    questions: questionsFor(0.8, openQuestions(rows, model)),
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

const results: (readonly [string, string[], number])[] = [
  ['Compose', inputsOf('compose'), 7],
  ['Kubernetes', inputsOf('k8s'), 9],
]
const summary: (string | number)[][] = []
for (const [name, inputs, aim] of results) {
  const all = await Promise.all(inputs.map(async (input) => [input, await measure(input)] as const))
  const used = all.filter(([, { rows }]) => rows.length > 0)
  printTable(
    [name, 'services or workloads', 'rows, median', 'most', 'high or critical, median', 'questions for 80 %'],
    used.map(([input, { rows, severe, questions }]) => [
      path.basename(input) + (statSync(input).isDirectory() ? '/' : ''),
      String(rows.length),
      String(median(rows)),
      String(Math.max(...rows)),
      `${Math.round(100 * median(severe))} %`,
      String(questions),
    ]),
  )
  console.log('')
  const rows = used.flatMap(([, one]) => one.rows)
  const severe = used.flatMap(([, one]) => one.severe)
  const most = Math.max(0, ...used.map(([, one]) => one.questions))
  summary.push([
    name,
    `${median(rows)} (aim ${aim})`,
    `${Math.round(100 * median(severe))} % (aim 33 %)`,
    `${most} at most (aim 15)`,
  ])
}
printTable(['all together', 'rows, median', 'high or critical, median', 'questions for 80 %'], summary)
