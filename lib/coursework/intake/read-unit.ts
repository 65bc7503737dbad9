import type { Catalogue } from '@/lib/catalogue/catalogue'
import { checkRubric } from '@/lib/coursework/check-submission'
import type { Claim } from '@/lib/coursework/claim'
import type { BundleFile, BundleScan, CheckResult } from '@/lib/coursework/criterion'
import { findClaims } from '@/lib/coursework/find-claims'
import { chooseText } from '@/lib/coursework/intake/choose-text'
import type { ArrivedUnit } from '@/lib/coursework/intake/group-files'
import type { Rubric } from '@/lib/coursework/rubric/rubric'
import { countWords } from '@/lib/coursework/run-file-check'
import { readScan } from '@/lib/importers/scans/read-scan'
import { readSubmission } from '@/lib/importers/submission/read-submission'
import type { Submission } from '@/lib/importers/submission/submission'

export type FoundClaim = ReturnType<typeof findClaims>[number]

/** All that is kept of what one student handed in. */
export type ReadWork = {
  text: string
  /** The name of the text among the files. */
  path: string
  files: BundleFile[]
  scans: BundleScan[]
  reading: Submission
  checks: CheckResult[]
  claims: FoundClaim[]
  words: number
}

export type ReadingTools = { catalogue: Catalogue; claims: readonly Claim[]; rubric: Rubric }

/** Longer texts of a bundle are named, not kept. */
const MAX_KEPT = 200_000
const MAX_FILES = 400
/** A text to review is never longer: what is beyond is not read, and says so. */
export const MAX_TEXT = 1_000_000

/** Reads what one student handed in: the text to review, its checks and claims, and the files beside it. */
export function readUnit(unit: ArrivedUnit, tools: ReadingTools): ReadWork {
  const read = (text: string) => readSubmission(text, tools.catalogue)
  const chosen = chooseText(unit.files, read)
  const text = (chosen?.text ?? '').replaceAll('\u0000', '\ufffd').slice(0, MAX_TEXT)
  const files = unit.files.slice(0, MAX_FILES).map(({ path, bytes, text: own }) => ({
    path,
    bytes,
    ...(own !== undefined && own.length <= MAX_KEPT ? { text: own.replaceAll('\u0000', '\ufffd') } : {}),
  }))
  const reading = withReason(read(text), unit, chosen !== undefined)
  const scans = unit.files.length > 1 ? scansIn(files, tools.catalogue) : []
  return {
    text,
    path: chosen?.path ?? unit.path,
    files,
    scans,
    reading,
    checks: checkRubric({ text, submission: reading, files, scans }, tools.rubric),
    claims: findClaims(text, reading, tools.claims),
    words: countWords(text),
  }
}

function withReason(reading: Submission, unit: ArrivedUnit, isText: boolean): Submission {
  if (isText) return reading
  const sentence =
    unit.files.length === 1
      ? 'This is no text file. Ask for plain text or Markdown.'
      : 'No text was found among these files.'
  return { ...reading, unreadable: sentence }
}

/** The output of benchmark tools among the files, in the order of their names, run by run. */
function scansIn(files: readonly BundleFile[], catalogue: Catalogue): BundleScan[] {
  const candidates = files.filter(
    ({ path, text }) =>
      text !== undefined && /bench|scan|result|cis|kube|docker|before|after|\.(?:log|json|out)$/i.test(path),
  )
  return [...candidates]
    .sort((a, b) => order(a.path) - order(b.path) || (a.path < b.path ? -1 : 1))
    .slice(0, 12)
    .flatMap(({ path, text = '' }) => {
      const first = readScan({ path, text }, catalogue, 1)
      if (!first.ok) return []
      const tool = /kube/i.test(first.extract.tool)
        ? 'kube-bench'
        : /docker/i.test(first.extract.tool)
          ? 'docker-bench'
          : null
      if (!tool) return []
      const runs = [first.extract]
      if (first.extract.runs > 1) {
        const last = readScan({ path, text }, catalogue, first.extract.runs)
        if (last.ok) runs.push(last.extract)
      }
      return runs.map(({ checks }, at) => ({
        path: at === 0 ? path : `${path} (last run)`,
        tool: tool as BundleScan['tool'],
        failed: idsOf(checks, ['fail', 'warn']),
        passed: idsOf(checks, ['pass']),
      }))
    })
}

function order(path: string): number {
  return /after|rerun|re-run|second|fixed|post|hardened/i.test(path)
    ? 2
    : /before|first|initial|pre/i.test(path)
      ? 0
      : 1
}

function idsOf(checks: readonly { id: string; status: string }[], statuses: readonly string[]): string[] {
  return [...new Set(checks.filter(({ status }) => statuses.includes(status)).map(({ id }) => id))]
}
