import type { CheckRule } from '@/lib/coursework/rubric/check-rule'
import type { Submission } from '@/lib/importers/submission/submission'

/** What a program can tell of a criterion. */
export type Check = CheckRule

/** One line of a rubric: an id, what is asked, and the automatic check behind it. */
export type Criterion = { id: string; title: string; check: Check }

/**
 * What a check says: met, not met, or null when a program cannot tell. It is a proposal: the reviewer decides. The
 * evidence are the lines it rests on; `says` is one sentence about what was found.
 */
export type CheckResult = {
  criterion: string
  result: boolean | null
  evidence: { line: number }[]
  says: string
}

/** What one check found: the lines it rests on, and one sentence for people. */
export type Answer = { result: boolean | null; lines: number[]; says: string }

/** A file that was handed in beside the text; without `text` it is no text, or too large to be kept. */
export type BundleFile = { path: string; bytes: number; text?: string | undefined }

/** What the output of a benchmark tool in a bundle said, run by run in the order of files. */
export type BundleScan = {
  path: string
  tool: 'docker-bench' | 'kube-bench'
  failed: string[]
  passed: string[]
}

/** All that was handed in by one student at one time. */
export type HandedIn = {
  text: string
  submission: Submission
  files: readonly BundleFile[]
  scans: readonly BundleScan[]
}
