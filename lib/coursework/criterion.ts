import type { ThreatPlatform } from '@/lib/importers/submission/submission'

/** What a program can tell of a criterion. */
export type Check =
  | { kind: 'threats'; platform: ThreatPlatform; atLeast: number }
  | { kind: 'surfaces'; platform: ThreatPlatform; atLeast: number }
  | { kind: 'groups'; platform: ThreatPlatform; groups: Readonly<Record<string, readonly string[]>> }
  | { kind: 'categories' }
  | { kind: 'findings'; atLeast: number }
  | { kind: 'outside-ids'; ids: readonly string[] }
  | { kind: 'outside-keys'; keys: readonly string[] }
  | { kind: 'linked'; platform: ThreatPlatform; atLeast: number }
  | { kind: 'fixed'; atLeast: number }

/** One line of a rubric: an id, what is asked, and the automatic check behind it. */
export type Criterion = { id: string; title: string; check: Check }

/**
 * What a check says: met, not met, or null when a program cannot tell. It is a proposal: the reviewer decides. The
 * evidence are the lines it rests on.
 */
export type CheckResult = { criterion: string; result: boolean | null; evidence: { line: number }[] }
