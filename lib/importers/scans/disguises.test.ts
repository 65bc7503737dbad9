import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openRepositoryCatalogue } from '@/lib/cli/repository-catalogue'
import { readScan } from '@/lib/importers/scans/read-scan'

const catalogue = openRepositoryCatalogue()
const ESC = String.fromCharCode(27)

function read(text: string) {
  const result = readScan({ path: 'scan', text }, catalogue)
  if (!result.ok) throw new Error(result.sentence)
  return result.extract
}

/** What a check is, whatever stands around it. */
const told = (text: string) =>
  read(text).checks.map(({ id, status, key, resource, details }) => ({ id, status, key, resource, details }))

const perLine = (change: (line: string, index: number) => string) => (text: string) =>
  text.replace(/\n$/, '').split('\n').map(change).join('\n')
const moment = (index: number) => `2025-03-02T10:${String(index % 60).padStart(2, '0')}:00.123456789Z`

/** How the output of a tool reaches people: through terminals, logs, mails and clipboards. */
const disguises: [string, (text: string) => string][] = [
  ['line ends of Windows', (text) => text.replaceAll('\n', '\r\n')],
  ['a byte order mark', (text) => `\uFEFF${text}`],
  ['colours', perLine((line) => line.replace(/^\[(\w+)\]/, `${ESC}[1;31m[$1]${ESC}[0m`))],
  ['colours without their escape character', perLine((line) => line.replace(/^\[(\w+)\]/, '[1;31m[$1][0m'))],
  ['moments before each line', perLine((line, index) => `${moment(index)} ${line}`)],
  ["kubectl's prefix", perLine((line) => `[pod/bench-x7k2p/bench] ${line}`)],
  [
    "kubectl's prefix and moments",
    perLine((line, index) => `[pod/bench-x7k2p/bench] ${moment(index)} ${line}`),
  ],
  ["Compose's prefix", perLine((line) => `bench-1  | ${line}`)],
  ['the journal', perLine((line) => `Mar  2 10:00:00 host1 docker[4121]: ${line}`)],
  ["a container runtime's file", perLine((line, index) => `${moment(index)} stdout F ${line}`)],
  [
    "an engine's file",
    perLine((line, index) => JSON.stringify({ log: `${line}\n`, stream: 'stdout', time: moment(index) })),
  ],
  ["a pipeline's download", perLine((line, index) => `bench\tRun the benchmark\t${moment(index)} ${line}`)],
  ['a quotation', perLine((line) => `> ${line}`)],
  ['a fence', (text) => `\`\`\`\n${text}\n\`\`\`\n`],
  ['a prompt before and after', (text) => `ann@host:~/bench$ sudo ./run.sh\n${text}\nann@host:~/bench$ \n`],
]

const fixtures = [
  'docker-bench-security/__fixtures__/log-1.3.5.log',
  'aqua-docker-bench/__fixtures__/text-1.3.1.txt',
  'kube-bench/__fixtures__/text-cis-1.24.txt',
]

describe.each(fixtures)('%s', (name) => {
  const text = readFileSync(path.resolve('lib/importers/scans', name), 'utf8')
  const plain = told(text)

  it.each(disguises)('says the same in %s', (_name, disguise) => {
    expect(told(disguise(text))).toEqual(plain)
    expect(read(disguise(text)).unexplained).toEqual([])
  })

  it('keeps every whole check when its end is missing', () => {
    const cut = text.slice(0, Math.floor(text.length * 0.6))
    const found = told(cut)
    expect(found.length).toBeGreaterThan(5)
    expect(found.slice(0, -1).map(({ id, status }) => [id, status])).toEqual(
      plain.slice(0, found.length - 1).map(({ id, status }) => [id, status]),
    )
  })
})

const logged = new Set([
  'moments before each line',
  "kubectl's prefix",
  "kubectl's prefix and moments",
  "Compose's prefix",
  'the journal',
  "a container runtime's file",
  "an engine's file",
  "a pipeline's download",
  'a quotation',
  'a fence',
  'a prompt before and after',
  'line ends of Windows',
  'a byte order mark',
])

describe.each([
  'docker-bench-security/__fixtures__/nested-1.6.0.json',
  'aqua-docker-bench/__fixtures__/json-1.6.0.json',
  'kube-bench/__fixtures__/json-cis-1.9-totals.json',
  'trivy/__fixtures__/cluster-findings.json',
  'kubescape/__fixtures__/summary.json',
  'sarif/__fixtures__/trivy.sarif',
])('%s', (name) => {
  const text = readFileSync(path.resolve('lib/importers/scans', name), 'utf8')
  const plain = told(text)

  it.each([
    ...disguises.filter(([what]) => logged.has(what)),
    ['the name of a pod', perLine((line) => `bench-x7k2p bench ${line}`)] as const,
    [
      "a tool's own log before it",
      (whole: string) =>
        `{"level":"info","msg":"start"}\n2099-01-01T00:00:00Z\tINFO\t[scan] Begins\n${whole}`,
    ] as const,
  ])('says the same in %s', (_name, disguise) => {
    expect(told(disguise(text))).toEqual(plain)
  })
})

describe('a text with JSON of another program in it', () => {
  it('is read as the text it is', () => {
    const text = readFileSync(path.resolve('lib/importers/scans', fixtures[1] ?? ''), 'utf8')
    const { checks, unexplained } = read(`{"level":"info","msg":"start"}\n[+] Running 1/1\n${text}\n[\n`)
    expect(checks).toHaveLength(told(text).length)
    expect(unexplained).toEqual(['['])
  })

  it('is read where dashes became longer on their way', () => {
    const text = readFileSync(path.resolve('lib/importers/scans', fixtures[0] ?? ''), 'utf8')
    expect(told(text.replaceAll(' - ', ' \u2013 '))).toEqual(told(text))
  })

  it('keeps two checks of one number, and tells a second run all the same', () => {
    const name = 'aqua-docker-bench/__fixtures__/text-1.6.0-coloured.txt'
    const text = readFileSync(path.resolve('lib/importers/scans', name), 'utf8')
    const { runs, checks } = read(`${text}\n${text}`)
    expect(runs).toBe(2)
    expect(checks).toHaveLength(told(text).length)
  })
})

describe('reports in JSON after each other', () => {
  it('are all read, with the lines they stand in', () => {
    const one = readFileSync(path.resolve('lib/importers/scans/trivy/__fixtures__/config.json'), 'utf8')
    const single = read(one)
    const double = read(`${one.trim()}\n${one.trim()}\n`)
    expect(double.checks).toHaveLength(single.checks.length * 2)
    const shift = one.trim().split('\n').length
    expect(double.checks.at(-1)?.line).toBe((single.checks.at(-1)?.line ?? 0) + shift)
    const onOneLine = JSON.stringify(JSON.parse(one))
    expect(read(onOneLine + onOneLine + onOneLine).checks).toHaveLength(single.checks.length * 3)
  })
})
