import { fingerprint, type HashedWords, hashWords, type Prints } from '@/lib/coursework/fingerprint-text'
import type { LineSpan, Submission } from '@/lib/importers/submission/submission'

type SimilarPart = 'threats' | 'findings'

/** One text to compare: its two parts as fingerprints. */
export type PrintedSubmission = {
  id: string
  parts: Record<SimilarPart, Prints>
}

/** Lines that hold a shared run of words, in both texts. */
export type SharedPassage = { part: SimilarPart; lineA: number; lineB: number }

/**
 * Two texts that share word runs. `share`: shared runs of the smaller part, 0 to 1, base text left out. Evidence for a
 * person to look at, never a verdict.
 */
export type SimilarPair = { a: string; b: string; threats: number; findings: number; shared: number }

/** Makes the fingerprints of a submission. Titles of checks, headings and quoted instructions are no part of them. */
export function printSubmission(
  id: string,
  text: string,
  submission: Pick<Submission, 'threats' | 'findings'>,
): PrintedSubmission {
  const lines = text.split('\n')
  const printOf = (spans: readonly LineSpan[], skipFirst: boolean): Prints => {
    const words: HashedWords = { hashes: [], lines: [] }
    for (const { firstLine, lastLine } of spans) {
      const from = skipFirst ? firstLine + 1 : firstLine
      hashWords(lines.slice(from - 1, lastLine).join('\n'), from, words)
    }
    return fingerprint(words)
  }
  const blocks = submission.findings.filter(
    ({ firstLine }, at, all) => all.findIndex((one) => one.firstLine === firstLine) === at,
  )
  return { id, parts: { threats: printOf(submission.threats, false), findings: printOf(blocks, true) } }
}

/** Runs that more than this share of a cohort has are base text; in a small cohort at least this many must have it. */
const COMMON = 0.1
const COMMON_AT_LEAST = 4
const LEAST_SHARE = 0.15
const LEAST_RUNS = 4

/**
 * Compares every pair of a cohort through an index of runs. `base`: texts whose runs are left out (the exercise, known
 * wording). Pairs below `leastShare` in both parts are left out; the others come most alike first.
 */
export function findSimilar(
  cohort: readonly PrintedSubmission[],
  base: readonly string[] = [],
  leastShare = LEAST_SHARE,
): SimilarPair[] {
  const known = new Set(base.flatMap((text) => [...fingerprint(hashWords(text)).hashes]))
  const pairs = new Map<number, SimilarPair>()
  for (const part of ['threats', 'findings'] as const) comparePart(cohort, part, known, pairs, leastShare)
  return [...pairs.values()].sort(
    (x, y) =>
      Math.max(y.threats, y.findings) - Math.max(x.threats, x.findings) || y.shared - x.shared || order(x, y),
  )
}

function order(x: SimilarPair, y: SimilarPair): number {
  return `${x.a} ${x.b}` < `${y.a} ${y.b}` ? -1 : 1
}

function comparePart(
  cohort: readonly PrintedSubmission[],
  part: SimilarPart,
  known: ReadonlySet<number>,
  pairs: Map<number, SimilarPair>,
  leastShare: number,
): void {
  const size = cohort.length
  const limit = Math.max(COMMON_AT_LEAST, Math.floor(size * COMMON))
  const { counts, holders, groupsOf } = indexRuns(cohort, part, known, limit)
  const shared = new Uint32Array(size)
  for (let a = 0; a < size; a++) {
    const touched: number[] = []
    for (const [from, to] of groupsOf[a] as Group[]) {
      for (let at = to - 1; at >= from && (holders[at] as number) > a; at--) {
        const b = holders[at] as number
        if (shared[b] === 0) touched.push(b)
        shared[b] = (shared[b] as number) + 1
      }
    }
    for (const b of touched) {
      const runs = shared[b] as number
      shared[b] = 0
      const share = runs / Math.max(1, Math.min(counts[a] as number, counts[b] as number))
      if (runs < LEAST_RUNS || share < leastShare) continue
      const key = a * size + b
      const pair = pairs.get(key) ?? {
        a: cohort[a]?.id ?? '',
        b: cohort[b]?.id ?? '',
        threats: 0,
        findings: 0,
        shared: 0,
      }
      pair[part] = share
      pair.shared += runs
      pairs.set(key, pair)
    }
  }
}

/** A run of words that several texts have: where its holders begin and end. */
type Group = [from: number, to: number]

/** Which texts hold which run: sorted once as numbers, because a map of lists takes most of the time of a comparison. */
function indexRuns(
  cohort: readonly PrintedSubmission[],
  part: SimilarPart,
  known: ReadonlySet<number>,
  limit: number,
) {
  const size = cohort.length
  const total = cohort.reduce((sum, { parts }) => sum + parts[part].hashes.length, 0)
  const entries = new Float64Array(total)
  let length = 0
  for (const [at, { parts }] of cohort.entries())
    for (const hash of parts[part].hashes) if (!known.has(hash)) entries[length++] = hash * size + at
  const sorted = entries.subarray(0, length).sort()
  const counts = new Uint32Array(size)
  const holders = new Uint32Array(length)
  const groupsOf: Group[][] = Array.from({ length: size }, () => [])
  for (let from = 0; from < length; ) {
    const hash = Math.floor((sorted[from] as number) / size)
    let to = from
    let filled = from
    for (; to < length && Math.floor((sorted[to] as number) / size) === hash; to++) {
      // A text that has the run twice is one holder.
      if (to > from && sorted[to] === sorted[to - 1]) continue
      holders[filled++] = (sorted[to] as number) % size
    }
    const number = filled - from
    if (number <= limit) {
      for (let at = from; at < filled; at++) {
        const holder = holders[at] as number
        counts[holder] = (counts[holder] as number) + 1
        if (number > 1) groupsOf[holder]?.push([from, filled])
      }
    }
    from = to
  }
  return { counts, holders, groupsOf }
}

/** Where two texts share runs, line by line, for showing them side by side. */
export function sharedPassages(
  a: PrintedSubmission,
  b: PrintedSubmission,
  base: ReadonlySet<number> = new Set(),
): SharedPassage[] {
  return (['threats', 'findings'] as const).flatMap((part) => {
    const places = new Map<number, number>()
    for (const [at, hash] of b.parts[part].hashes.entries())
      if (!places.has(hash)) places.set(hash, b.parts[part].lines[at] ?? 0)
    const seen = new Set<string>()
    return [...a.parts[part].hashes].flatMap((hash, at) => {
      const lineB = places.get(hash)
      const lineA = a.parts[part].lines[at] ?? 0
      if (lineB === undefined || base.has(hash) || seen.has(`${lineA} ${lineB}`)) return []
      seen.add(`${lineA} ${lineB}`)
      return [{ part, lineA, lineB }]
    })
  })
}
