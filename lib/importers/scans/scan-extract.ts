import type { Control } from '@/lib/catalogue/entries'

/** A tool's verdict in one vocabulary. The word as the tool wrote it stands beside it. */
export type ScanStatus = 'pass' | 'fail' | 'warn' | 'info' | 'note' | 'manual' | 'skip'

/** One verdict as a reader found it. `line` counts from 1; `details` never holds a secret's text. */
export type FoundCheck = {
  id: string
  status: ScanStatus
  word: string
  title: string
  line: number
  details: string | null
  /** What it is about: a container, an image, a workload as `namespace/Kind/name`, a file with its line. */
  resource: string | null
  severity: string | null
  /** The canonical key, where the tool's id alone gives it; checks of a benchmark get theirs later. */
  key: string | null
}

/** A benchmark whose numbers need a version to mean something. */
export type ScanBenchmark = {
  name: string
  framework: Control['framework']
  /** Which of the catalogue's numberings can be meant, by the beginning of their names. */
  numberings: readonly string[]
  /** The version that the file states, as the catalogue names it where it knows it. */
  stated?: string
  /** Of numberings that fit equally well, which is the likeliest, first the likeliest; the newest without it. */
  likeliest?: readonly string[]
  /** False for benchmarks of other numbering (managed clusters): then only titles tell. */
  numbersCount: boolean
}

/** What a reader found in a file. */
export type FoundScan = {
  tool: string
  toolVersion: string | null
  benchmark: ScanBenchmark | null
  /** What the file calls the benchmark's version. */
  benchmarkVersion: string | null
  startedAt: string | null
  /** How many runs the file holds; `checks` are those of the run numbered `run`. */
  runs: number
  run: number
  checks: FoundCheck[]
  /** Lines that no reader could explain, as they stand. */
  unexplained: string[]
  warnings: string[]
}

export type ScanCheck = Omit<FoundCheck, 'key'> & {
  key: string | null
  /** What number and title disagree on. */
  mismatch: string | null
}

/** One file of one tool, every check under its canonical key where there is one. */
export type ScanExtract = Omit<FoundScan, 'checks' | 'benchmark'> & {
  benchmark: string | null
  /** How the version was found: stated, or told from numbers and titles. */
  versionWhy: string | null
  checks: ScanCheck[]
}
