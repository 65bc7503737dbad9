import { fingerprintText, type PrintedWord, printedWords } from '@/lib/coursework/fingerprint-text'
import type { Submission } from '@/lib/importers/submission/submission'

type SimilarPart = 'threats' | 'findings'

/** One text to compare: its two parts as fingerprints. */
export type PrintedSubmission = {
  id: string
  parts: Record<SimilarPart, { hashes: Uint32Array; lines: Uint32Array }>
}

/** Lines that hold a shared run of words, in both texts. */
type SharedPassage = { part: SimilarPart; lineA: number; lineB: number }

/**
 * Two texts that share word runs. `share`: shared runs of the smaller part, 0 to 1, base text left out. Evidence for a
 * person to look at, never a verdict.
 */
type SimilarPair = { a: string; b: string; threats: number; findings: number; shared: number }

/** Makes the fingerprints of a submission. Titles of checks, headings and quoted instructions are no part of them. */
export function printSubmission(id: string, text: string, submission: Submission): PrintedSubmission {
  const lines = text.split('\n')
  const wordsIn = (spans: readonly { firstLine: number; lastLine: number }[], skipFirst: boolean) =>
    spans.flatMap(({ firstLine, lastLine }): PrintedWord[] => {
      const from = skipFirst ? firstLine + 1 : firstLine
      return printedWords(lines.slice(from - 1, lastLine).join('\n'), from)
    })
  const blocks = submission.findings.filter(
    ({ firstLine }, at, all) => all.findIndex((one) => one.firstLine === firstLine) === at,
  )
  return {
    id,
    parts: {
      threats: printWords(wordsIn(submission.threats, false)),
      findings: printWords(wordsIn(blocks, true)),
    },
  }
}

function printWords(words: readonly PrintedWord[]) {
  const prints = fingerprintText(words)
  return {
    hashes: Uint32Array.from(prints, ({ hash }) => hash),
    lines: Uint32Array.from(prints, ({ at }) => words[at]?.line ?? 0),
  }
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
  const known = new Set(base.flatMap((text) => fingerprintText(printedWords(text)).map(({ hash }) => hash)))
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
  const holders = new Map<number, number[]>()
  const own = cohort.map(({ parts }) => [...new Set(parts[part].hashes)].filter((hash) => !known.has(hash)))
  for (const [at, hashes] of own.entries()) {
    for (const hash of hashes) {
      const list = holders.get(hash)
      if (list) list.push(at)
      else holders.set(hash, [at])
    }
  }
  const counts = own.map(
    (hashes) => hashes.filter((hash) => (holders.get(hash)?.length ?? 0) <= limit).length,
  )
  const shared = new Uint32Array(size)
  for (let a = 0; a < size; a++) {
    const touched: number[] = []
    for (const hash of own[a] as number[]) {
      const list = holders.get(hash) as number[]
      if (list.length < 2 || list.length > limit) continue
      for (let at = list.length - 1; at >= 0 && (list[at] as number) > a; at--) {
        const b = list[at] as number
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

/** Where two texts share runs, line by line, for showing them side by side. */
export function sharedPassages(a: PrintedSubmission, b: PrintedSubmission): SharedPassage[] {
  return (['threats', 'findings'] as const).flatMap((part) => {
    const places = new Map<number, number>()
    for (const [at, hash] of b.parts[part].hashes.entries())
      if (!places.has(hash)) places.set(hash, b.parts[part].lines[at] ?? 0)
    const seen = new Set<string>()
    return [...a.parts[part].hashes].flatMap((hash, at) => {
      const lineB = places.get(hash)
      const lineA = a.parts[part].lines[at] ?? 0
      if (lineB === undefined || seen.has(`${lineA} ${lineB}`)) return []
      seen.add(`${lineA} ${lineB}`)
      return [{ part, lineA, lineB }]
    })
  })
}
