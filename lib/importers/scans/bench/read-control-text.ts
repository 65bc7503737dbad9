import { chooseRun, splitReruns } from '@/lib/importers/scans/bench/split-reruns'
import { isTerminalNoise, noiseWarning } from '@/lib/importers/scans/bench/terminal-noise'
import { endsLikeTitle, readVerdictLine } from '@/lib/importers/scans/bench/verdict-line'
import { foundCheck, toStatus } from '@/lib/importers/scans/found-check'
import type { FoundCheck } from '@/lib/importers/scans/scan-extract'
import type { ScanInput } from '@/lib/importers/scans/scan-reader'

/** What kube-bench and aquasecurity/docker-bench print, before anyone says which of them it was. */
export type ControlText = {
  checks: FoundCheck[]
  headings: string[]
  runs: number
  run: number
  unexplained: string[]
  warnings: string[]
}

type TextCheck = { line: number; word: string; id: string; title: string; output: string[]; node?: string }
/** Counts that the tool printed, and which checks they are of. */
type Summary = { name: string; counts: Map<string, number>; from: number; to: number }
type Reading = {
  checks: TextCheck[]
  headings: string[]
  summaries: Summary[]
  part: 'checks' | 'remediations' | 'summary'
  unexplained: string[]
  noise: number
}

/** What people write above lines that they quote: "based on CIS_Docker_Benchmark_v1.2.0". */
const NAMES_BENCHMARK = /\bCIS[\s_-]+(?:Docker|Kubernetes)[\s_-]+(?:\w+[\s_-]+){0,2}?Benchmark[\s_-]+v?\d/i

/** Reads the text with or without test output, remediations and summaries, whole or as grep left it. */
export function readControlText({ lines, run: wanted }: ScanInput): ControlText {
  const reading: Reading = {
    checks: [],
    headings: [],
    summaries: [],
    part: 'checks',
    unexplained: [],
    noise: 0,
  }
  lines.forEach((text, index) => {
    if (text.trim() !== '') readLine(reading, text, index + 1)
  })
  const parents = new Set(reading.checks.map(({ id }) => id.replace(/\.\d+$/, '')))
  const kept = reading.checks.filter((check) => !isHeading(check, parents))
  const headings = reading.checks.filter((check) => isHeading(check, parents))
  const warnings = compareSummaries(reading, new Set(kept))
  const runs = splitReruns(kept)
  const run = chooseRun(runs.length, wanted)
  return {
    // A file may hold hundreds of runs: only the one that was chosen is made fit to keep.
    checks: (runs[run - 1] ?? []).map(toCheck),
    headings: [...reading.headings, ...headings.map(({ id, title }) => `${id} ${title}`)],
    runs: runs.length,
    run,
    unexplained: reading.unexplained,
    warnings: [...warnings, ...noiseWarning(reading.noise)],
  }
}

function readLine(reading: Reading, text: string, line: number): void {
  const verdict = readVerdictLine(text)
  const last = reading.checks.at(-1)
  if (verdict?.kind === 'check') {
    const { word, id, title } = verdict
    reading.part = 'checks'
    reading.checks.push({ line, word, id, title, output: [] })
  } else if (verdict) {
    if (/\bCIS\b|Benchmark/i.test(verdict.text)) reading.headings.push(verdict.text)
    else if (last && verdict.kind === 'remark') last.output.push(verdict.text)
    else if (verdict.text !== '') reading.unexplained.push(text)
  } else if (!readMark(reading, text)) readOther(reading, text, last)
}

/** Headings of parts and the counts of summaries. */
function readMark(reading: Reading, text: string): boolean {
  const part = /==\s*(Remediations|Summary)\s*(\w*)\s*==/i.exec(text.slice(0, 200))
  if (part?.[1]) {
    reading.part = part[1].toLowerCase() === 'summary' ? 'summary' : 'remediations'
    if (reading.part === 'summary') openSummary(reading, part[2] ?? '')
    return true
  }
  const counted = /^\W*(?:[\w./-]+:)?(\d+) checks (PASS|FAIL|WARN|INFO)\b/.exec(text)
  if (!counted?.[1] || !counted[2]) return false
  const open = reading.summaries.at(-1)
  const summary = !open || open.counts.has(counted[2]) ? openSummary(reading, '') : open
  summary.counts.set(counted[2], Number(counted[1]))
  return true
}

function openSummary({ summaries, checks }: Reading, name: string): Summary {
  const from = (name === 'total' ? summaries.findLast((one) => one.name === name) : summaries.at(-1))?.to ?? 0
  const summary = { name, counts: new Map<string, number>(), from, to: checks.length }
  if (name !== '' && name !== 'total') for (const check of checks.slice(from)) check.node = name
  summaries.push(summary)
  return summary
}

function readOther(reading: Reading, text: string, last: TextCheck | undefined): void {
  if (reading.part === 'remediations') {
    if (/^\s*(?:\([^)]*\)\s*)?[\w.-]+@[\w.-]+\s?[:~ ].*[$#]\s/.test(text.slice(0, 300))) reading.noise++
    return
  }
  if (last && reading.part === 'checks' && /^[\t ]/.test(text)) last.output.push(text.trim())
  else if (last && reading.part === 'checks' && endsLikeTitle(text.trim()) && !endsLikeTitle(last.title))
    last.title = `${last.title} ${text.trim()}`
  else if (NAMES_BENCHMARK.test(text.slice(0, 200))) reading.headings.push(text.slice(0, 200))
  else if (isTerminalNoise(text.slice(0, 500))) reading.noise++
  else reading.unexplained.push(text)
}

function isHeading({ id, word, title }: TextCheck, parents: ReadonlySet<string>): boolean {
  if (/^\d+$/.test(id) || /^CIS\b.*Benchmark/i.test(title)) return true
  if (word !== 'INFO' || endsLikeTitle(title)) return false
  return parents.has(id) || /^\d+\.\d+$/.test(id)
}

function compareSummaries({ checks, summaries }: Reading, kept: ReadonlySet<TextCheck>): string[] {
  return summaries.flatMap(({ name, counts, from, to }) =>
    [...counts].flatMap(([word, stated]) => {
      const count = (start: number) =>
        checks.slice(start, to).filter((check) => check.word === word && kept.has(check)).length
      // A paste may hold only some verdicts, and the counts of the whole at its end.
      // A summary may stand before what grep found of it.
      if (from === to || count(from) === stated || (from > 0 && summaries.length < 40 && count(0) === stated))
        return []
      return [
        `The summary ${name ? `of ${name} ` : ''}says ${stated} checks ${word}; ${count(from)} are listed.`,
      ]
    }),
  )
}

function toCheck({ line, word, id, title, output, node }: TextCheck): FoundCheck {
  const status = toStatus(word) ?? 'info'
  return foundCheck({ id, line, word, title, status, details: output.join('\n'), resource: node })
}
