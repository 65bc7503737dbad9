/** A scanner's verdict in one vocabulary; the word as the tool wrote it stands beside it. */
export type CheckStatus = 'pass' | 'fail' | 'warn' | 'info' | 'note' | 'manual' | 'skip'

/** One verdict of a run, as it was read: without the text of any secret. */
export type RunCheck = {
  id: string
  /** The canonical key: of a benchmark's check, or of a scanner's rule as `tool:rule`. */
  key: string | null
  status: CheckStatus
  word: string
  title: string
  line: number
  details: string | null
  resource: string | null
  severity: string | null
  /** What number and title disagree on. */
  mismatch: string | null
}

export type StatusCounts = Partial<Record<CheckStatus, number>>

/** What is known of a run without its verdicts. `number` counts the runs of one model, from 1. */
export type RunHead = {
  id: string
  number: number
  tool: string
  toolVersion: string | null
  benchmark: string | null
  benchmarkVersion: string | null
  versionWhy: string | null
  /** When the tool says that it ran, in its own words. */
  startedAt: string | null
  /** Which of the runs in the file was taken, and how many it holds. */
  run: number
  runs: number
  file: { name: string; digest: string; length: number }
  counts: StatusCounts
  importedAt: string
  importedBy: string
}

/** A run with its verdicts, and what its reader had to say. */
export type ScanRun = RunHead & {
  checks: RunCheck[]
  unexplained: string[]
  warnings: string[]
}

/** Components that a person named for what a run speaks of, by that name: a container's, an image's, a workload's. */
export type ScanPlaces = Readonly<Record<string, readonly string[]>>

/** That somebody will fix this finding, and why this one. */
export type FindingChoice = { finding: string; reason: string; by: string; at: string }

/** A file that shows something: attached to a finding or to a mitigation of a component. */
export type EvidenceHead = {
  id: string
  name: string
  mediaType: string
  size: number
  digest: string
  /** What it is of: a finding's key, or `mitigation|component`. */
  about: string
  by: string
  at: string
}

/** The run's name where a fact tells where it comes from: "run 3 of 2024-05-01". */
export function runLabel({ number, startedAt, importedAt }: RunHead): string {
  const day = /\d{4}-\d\d-\d\d/.exec(startedAt ?? '')?.[0] ?? importedAt.slice(0, 10)
  return `${number} of ${day}`
}

/** True for a verdict that says something is wrong. What two tools call WARN is a check for a person to make. */
export function isFailing(tool: string, status: CheckStatus): boolean {
  return status === 'fail' || (status === 'warn' && tool !== 'kube-bench' && tool !== 'aqua-docker-bench')
}
