import type { GoldFile, GoldThreat } from '@/e2e/bench/gold'
import type { Submission, SubmittedThreat } from '@/lib/importers/submission/submission'

/** Right and wrong answers: `hit` found, `extra` found but not there, `missed` there but not found. */
type Tally = { hit: number; extra: number; missed: number }
export type Score = {
  threats: Tally
  findings: Tally
  categories: { right: number; scored: number }
  platform: { right: number; scored: number }
  mitigation: { right: number; scored: number }
  component: { right: number; scored: number }
  fixed: { right: number; scored: number }
  /** Every threat that was read: its confidence, and whether span and categories are right. */
  items: { confidence: number; right: boolean }[]
  /** Lines that are neither in an item nor listed. */
  lost: number
  notes: string[]
}

export function emptyScore(): Score {
  const share = () => ({ right: 0, scored: 0 })
  return {
    threats: { hit: 0, extra: 0, missed: 0 },
    findings: { hit: 0, extra: 0, missed: 0 },
    categories: share(),
    platform: share(),
    mitigation: share(),
    component: share(),
    fixed: share(),
    items: [],
    lost: 0,
    notes: [],
  }
}

export function f1({ hit, extra, missed }: Tally): number {
  return hit === 0 ? (extra + missed === 0 ? 1 : 0) : (2 * hit) / (2 * hit + extra + missed)
}

type Span = { firstLine: number; lastLine: number }

function overlap(a: Span, b: Span): number {
  const shared = Math.min(a.lastLine, b.lastLine) - Math.max(a.firstLine, b.firstLine) + 1
  const all = Math.max(a.lastLine, b.lastLine) - Math.min(a.firstLine, b.firstLine) + 1
  return Math.max(0, shared) / all
}

/** Adds what was read of one file, compared with its labels. */
export function addScore(score: Score, gold: GoldFile, read: Submission): void {
  const note = (text: string) => score.notes.push(`${gold.file}: ${text}`)
  const left = new Set(read.threats)
  for (const wanted of gold.threats) {
    const found = [...left]
      .map((one) => ({ one, share: overlap(one, wanted) }))
      .sort((a, b) => b.share - a.share)[0]
    if (!found || found.share < 0.5) {
      if (isScored(wanted, 'item')) {
        score.threats.missed++
        note(`missed ${label(wanted)}`)
      }
      continue
    }
    left.delete(found.one)
    score.threats.hit++
    compare(score, wanted, found.one, note)
  }
  for (const extra of left) {
    if (gold.optional.some((range) => overlap(range, extra) > 0)) continue
    score.threats.extra++
    score.items.push({ confidence: extra.confidence, right: false })
    note(`extra ${label(extra)} ${extra.confidence}`)
  }
  addFindings(score, gold, read, note)
  const listed = new Set(read.unassigned)
  for (const { firstLine, lastLine } of [...read.threats, ...read.findings, ...read.sections])
    for (let line = firstLine; line <= lastLine; line++) listed.add(line)
  for (const { line } of read.references) listed.add(line)
  const blank = /^[\s\ufeff]*$/
  for (const [at, line] of gold.text.split('\n').entries())
    if (!blank.test(line) && !listed.has(at + 1)) {
      score.lost++
      note(`lost line ${at + 1}`)
    }
}

function compare(
  score: Score,
  wanted: GoldThreat,
  found: SubmittedThreat,
  note: (text: string) => void,
): void {
  const judge = (share: { right: number; scored: number }, field: string, right: boolean, got: unknown) => {
    if (!isScored(wanted, field)) return true
    share.scored++
    if (right) share.right++
    else if (field !== 'component') note(`${field} of ${label(wanted)}: got ${String(got)}`)
    return right
  }
  const same = found.categories.join() === wanted.categories.join()
  const right = judge(score.categories, 'categories', same, found.categories)
  score.items.push({ confidence: found.confidence, right })
  if (!right) note(`  confidence ${found.confidence}`)
  judge(score.platform, 'platform', found.platform === wanted.platform, found.platform)
  judge(
    score.mitigation,
    'mitigationStated',
    found.mitigationStated === wanted.mitigationStated,
    found.mitigationStated,
  )
  judge(score.component, 'component', found.component === wanted.component, found.component)
}

function addFindings(score: Score, gold: GoldFile, read: Submission, note: (text: string) => void): void {
  const plain = (id: string | null) => (id ?? '').replace(/\.?([a-z])$/, '.$1')
  const docker = read.findings.filter(({ framework, id }) => framework === 'cis-docker' && id !== null)
  const left = new Set(docker)
  for (const wanted of gold.findings) {
    const found = docker.find((one) => left.has(one) && plain(one.id) === plain(wanted.id))
    const unsure = wanted.ambiguousOn?.includes('item')
    if (!found) {
      if (!unsure) {
        score.findings.missed++
        note(`missed finding ${wanted.id} on line ${wanted.firstLine}`)
      }
      continue
    }
    left.delete(found)
    score.findings.hit++
    if (found.firstLine !== wanted.firstLine)
      note(`finding ${wanted.id}: line ${found.firstLine}, not ${wanted.firstLine}`)
    if (wanted.ambiguousOn?.includes('fixed')) continue
    score.fixed.scored++
    if (found.fixed === wanted.fixed) score.fixed.right++
    else note(`fixed of ${wanted.id}: got ${found.fixed}, not ${wanted.fixed}`)
  }
  for (const extra of left) {
    score.findings.extra++
    note(`extra finding ${extra.id} on line ${extra.firstLine}`)
  }
}

function isScored(of: { ambiguousOn?: string[] }, field: string): boolean {
  return !of.ambiguousOn?.includes(field)
}

function label(one: {
  platform: string
  categories: readonly string[]
  firstLine: number
  lastLine: number
}): string {
  return `${one.platform} ${one.categories.join('')}@${one.firstLine}-${one.lastLine}`
}
