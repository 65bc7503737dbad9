import { dockerBenchmark } from '@/lib/importers/scans/bench/benchmarks'
import { chooseRun, splitReruns } from '@/lib/importers/scans/bench/split-reruns'
import { isTerminalNoise, noiseWarning } from '@/lib/importers/scans/bench/terminal-noise'
import { endsLikeTitle, readVerdictLine, type VerdictLine } from '@/lib/importers/scans/bench/verdict-line'
import { namesIn } from '@/lib/importers/scans/docker-bench-security/names-in'
import { compareCount, foundCheck, newScan, toStatus } from '@/lib/importers/scans/found-check'
import type { FoundCheck, FoundScan } from '@/lib/importers/scans/scan-extract'
import type { ScanInput } from '@/lib/importers/scans/scan-reader'

type LogCheck = { line: number; word: string; id: string; title: string; remarks: string[] }
type Run = {
  toolVersion?: string
  benchmarkVersion?: string
  startedAt?: string
  stated?: number
  section: string
  checks: LogCheck[]
  unexplained: string[]
  /** What the tool says of the run as a whole. */
  notes: string[]
  noise: number
}

const MAX_NOTES = 20

/** Reads the log or the terminal output. A log is appended to by every run: the last one is taken unless another is asked for. */
export function readLog({ lines, run: wanted }: ScanInput): FoundScan {
  const all = splitLog(lines)
  const runs = all.filter(({ checks }) => checks.length > 0)
  const marked = runs.length > 1
  const only = runs[0] ?? newRun()
  const parts = marked ? [] : splitReruns(withoutHeadings(only))
  const count = Math.max(marked ? runs.length : parts.length, 1)
  const run = chooseRun(count, wanted)
  const chosen = (marked ? runs[run - 1] : only) ?? only
  // A log may hold thousands of runs: only the one that was chosen is made fit to keep.
  const checks = (marked ? withoutHeadings(chosen) : (parts[run - 1] ?? [])).map(toCheck)
  const most = (marked ? runs : parts.map((part) => ({ checks: part }))).reduce(
    (longest, { checks: own }) => Math.max(longest, own.length),
    0,
  )
  const toolVersion = chosen.toolVersion ?? all.find((one) => one.toolVersion)?.toolVersion
  return newScan('docker-bench-security', {
    toolVersion: toolVersion ?? null,
    benchmark: dockerBenchmark(toolVersion),
    benchmarkVersion: chosen.benchmarkVersion ?? null,
    startedAt: chosen.startedAt ?? null,
    runs: count,
    run,
    checks,
    unexplained: all.flatMap(({ unexplained }) => unexplained),
    warnings: [
      ...(count === 1 || marked ? compareCount('checks', chosen.stated, checks.length) : []),
      ...((marked ? chosen.checks : checks).length < most * 0.8
        ? [
            `Run ${run} of ${count} has ${checks.length} checks, another one ${most}. It may have been cut short.`,
          ]
        : []),
      ...chosen.notes.map((text) => `The tool says: ${text}`),
      ...noiseWarning(all.reduce((sum, { noise }) => sum + noise, 0)),
    ],
  })
}

function newRun(): Run {
  return { section: 'A', checks: [], unexplained: [], notes: [], noise: 0 }
}

function splitLog(lines: readonly string[]): Run[] {
  const runs: Run[] = [newRun()]
  lines.forEach((text, index) => {
    if (text.trim() === '') return
    let run = runs.at(-1) as Run
    if (/^\s*(?:#\s+Docker Bench for Security\b|Initializing\b)/.test(text) && run.checks.length > 0) {
      run = newRun()
      runs.push(run)
    }
    readLine(run, text, index + 1)
  })
  return runs
}

function readLine(run: Run, text: string, line: number): void {
  const verdict = readVerdictLine(text)
  if (verdict) readVerdict(run, verdict, line)
  else if (!readMark(run, text.trim()) && !continues(run, text.trim(), line)) {
    if (isTerminalNoise(text)) run.noise++
    else run.unexplained.push(text)
  }
}

/** Banner, start and section lines. */
function readMark(run: Run, text: string): boolean {
  const banner = /^#\s+Docker Bench for Security\s+v?(\d+(?:\.\d+)+)/.exec(text)
  if (banner?.[1]) run.toolVersion = banner[1]
  const benchmark = /CIS Docker.*?Benchmark\s+v?(\d+(?:\.\d+)+)/i.exec(text)
  if (benchmark?.[1] && text.length < 200) run.benchmarkVersion = benchmark[1].replace(/\.$/, '')
  const start = /^Initializing\s*(.*)$/.exec(text)
  if (start?.[1]) run.startedAt = start[1].slice(0, 60)
  const section = /^Section ([A-Z]) [-\u2013\u2014] /.exec(text)
  if (section?.[1]) run.section = section[1]
  return Boolean(benchmark ?? start ?? section) || text.startsWith('#')
}

function readVerdict(run: Run, verdict: VerdictLine, line: number): void {
  if (run.section === 'B' && verdict.kind !== 'note') return
  const last = run.checks.at(-1)
  if (verdict.kind === 'check') {
    const { word, id, title } = verdict
    run.checks.push({ line, word, id, title, remarks: [] })
  } else if (verdict.kind === 'remark') {
    if (last) last.remarks.push(verdict.text)
  } else {
    const stated = /^Checks:\s*(\d+)/.exec(verdict.text)
    if (stated) run.stated = Number(stated[1])
    else if (run.section === 'A' && endsLikeTitle(verdict.text))
      // Some releases print a check without its number.
      run.checks.push({ line, word: verdict.word, id: '', title: verdict.text, remarks: [] })
    else if (/^Score:/.test(verdict.text) || verdict.text === '' || run.section === 'B') return
    else if (last && !/^(?:\d+|C)$/.test(last.id)) last.remarks.push(verdict.text)
    else if (run.notes.length < MAX_NOTES) run.notes.push(verdict.text)
  }
}

/** The rest of a line that a terminal broke: of a title that has not ended, or of a remark. */
function continues(run: Run, text: string, line: number): boolean {
  const last = run.checks.at(-1)
  if (run.section !== 'A') return true
  if (!last || line > last.line + last.remarks.length + 3 || isTerminalNoise(text)) return false
  if (
    last.remarks.length === 0 &&
    last.title.length >= 30 &&
    !endsLikeTitle(last.title) &&
    endsLikeTitle(text)
  ) {
    last.title = `${last.title} ${text}`
    return true
  }
  if (last.remarks.length === 0 || /^(?:[A-Z][\w ]+:|\[)/.test(text)) return false
  last.remarks.push(text)
  return true
}

function withoutHeadings(run: Run): LogCheck[] {
  const parents = new Set(run.checks.map(({ id }) => id.replace(/\.\d+$/, '')))
  return run.checks.filter((check) => !isHeading(check, parents))
}

function toCheck({ line, word, id, title, remarks }: LogCheck): FoundCheck {
  return foundCheck({
    id,
    line,
    word,
    title,
    status: toStatus(word) ?? 'info',
    details: remarks.join('\n'),
    resource: namesIn(id, remarks).join(', '),
  })
}

/** Headings have the shape of checks: a single number, or one that other checks begin with. */
function isHeading({ id, word, title }: LogCheck, parents: ReadonlySet<string>): boolean {
  if (id === '') return false
  if (!id.includes('.')) return true
  if (word !== 'INFO' || id.split('.').length > 2 || id.startsWith('C')) return false
  if (
    /^(?:Linux Hosts Specific|General|Universal Control Plane|Docker Trusted Registry) Configuration$/i.test(
      title,
    )
  )
    return true
  return parents.has(id)
}
