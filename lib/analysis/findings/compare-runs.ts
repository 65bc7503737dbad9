import type { Finding } from '@/lib/analysis/findings/list-findings'

/** What became of a finding between two runs. `not-run`: the later one did not try it, or left it to a person. */
export type Outcome = 'fixed' | 'still' | 'new' | 'not-run'

export type Compared = { outcome: Outcome; before: Finding | undefined; after: Finding | undefined }

/**
 * What failed in either run, before against after. Checks are found again by their key, so that runs of different
 * versions of a benchmark, and of different tools, can be compared.
 */
export function compareRuns(before: readonly Finding[], after: readonly Finding[]): Compared[] {
  const later = byCheck(after)
  const compared: Compared[] = []
  const told = new Set<string>()
  for (const one of before) {
    if (one.verdict !== 'fail' || told.has(one.finding)) continue
    told.add(one.finding)
    const same = later.get(one.key) ?? []
    const here = same.filter(({ finding }) => finding === one.finding)
    const failed = here.find(({ verdict }) => verdict === 'fail')
    const passed =
      here.find(({ verdict }) => verdict === 'pass') ??
      // A check that passes as a whole names nothing; one that fails names only those that fail.
      same.find(({ check, verdict, name }) =>
        verdict === 'pass'
          ? check.resource === null
          : one.name !== null && name !== null && verdict === 'fail',
      )
    compared.push({
      outcome: failed ? 'still' : passed ? 'fixed' : 'not-run',
      before: one,
      after: failed ?? passed,
    })
  }
  for (const one of after) {
    if (one.verdict !== 'fail' || told.has(one.finding)) continue
    told.add(one.finding)
    compared.push({ outcome: 'new', before: undefined, after: one })
  }
  return compared
}

function byCheck(findings: readonly Finding[]): Map<string, Finding[]> {
  const checks = new Map<string, Finding[]>()
  for (const one of findings) {
    const same = checks.get(one.key)
    if (same) same.push(one)
    else checks.set(one.key, [one])
  }
  return checks
}

/** How many findings went which way. */
export function countOutcomes(compared: readonly Compared[]): Record<Outcome, number> {
  const counts = { fixed: 0, still: 0, new: 0, 'not-run': 0 }
  for (const { outcome } of compared) counts[outcome]++
  return counts
}
