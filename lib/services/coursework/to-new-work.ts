import type { CheckResult } from '@/lib/coursework/criterion'
import type { ReadWork } from '@/lib/coursework/intake/read-unit'
import type { NewWork } from '@/lib/db/coursework/keep-work'
import { canonicalJson, sha256Hex } from '@/lib/model/canonical'

/** What is kept of a work that was read. `digest` tells whether the same was handed in before. */
export function toNewWork(
  work: ReadWork,
  of: { assignmentId: string; studentId: string; rubricVersion: number; source: NewWork['source'] },
): NewWork {
  const { assignmentId, studentId, rubricVersion, source } = of
  return {
    assignmentId,
    studentId,
    source,
    digest: sha256Hex(canonicalJson([work.text, work.files])),
    unreadable: work.reading.unreadable ?? null,
    words: work.words,
    threatCount: work.reading.threats.length,
    findingCount: work.reading.findings.length,
    claimCount: work.claims.length,
    ...countChecks(work.checks),
    checkedVersion: rubricVersion,
    content: {
      text: work.text,
      files: JSON.stringify({ files: work.files, scans: work.scans, path: work.path }),
      reading: JSON.stringify(work.reading),
      checks: JSON.stringify(work.checks),
      claims: JSON.stringify(work.claims),
    },
  }
}

/** How many criteria are proposed as met, as missed, and for a person to say. */
export function countChecks(checks: readonly CheckResult[]) {
  return {
    checksMet: checks.filter(({ result }) => result === true).length,
    checksMissed: checks.filter(({ result }) => result === false).length,
    checksOpen: checks.filter(({ result }) => result === null).length,
  }
}
