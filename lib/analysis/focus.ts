import type { ThreatRow } from '@/lib/analysis/verdict'
import { severityRank } from '@/lib/catalogue/severity'
import { mitigationKey } from '@/lib/model/keys'
import { entryOf } from '@/lib/model/records'
import type { ThreatModel } from '@/lib/model/threat-model'

/** One thing to do, and the open threats that it is for: those that no step before it dealt with. */
export type FocusStep = {
  mitigationId: string
  /** Worst first, each the head of its cause. */
  rows: readonly ThreatRow[]
  /** Further threats with the same causes. */
  folded: number
  /** Risk points that are at stake: likelihood times impact of what is left, over the rows. */
  points: number
}

/**
 * What to do first: mitigations in the order in which they take away most. The next step is always the one for the worst
 * threats that are left, then the one for most of them, then the one with most risk. A threat counts for the first step
 * that deals with it.
 */
export function focusSteps(rows: readonly ThreatRow[], model: ThreatModel, max = 7): FocusStep[] {
  const folded = new Map<string, number>()
  for (const { causeId } of rows) if (causeId) folded.set(causeId, (folded.get(causeId) ?? 0) + 1)
  const left = new Set(
    rows.filter((row) => row.isOpen && row.state !== 'possible' && row.causeId === undefined),
  )
  const steps: FocusStep[] = []
  while (left.size > 0 && steps.length < max) {
    const [best] = [...byMitigation(left, model)].sort(
      ([idA, a], [idB, b]) => compare(a, b) || (idA < idB ? -1 : 1),
    )
    if (!best) break
    const [mitigationId, own] = best
    for (const row of own) left.delete(row)
    steps.push({
      mitigationId,
      rows: own,
      folded: own.reduce((sum, row) => sum + (folded.get(row.key) ?? 0), 0),
      points: own.reduce((sum, row) => sum + pointsOf(row), 0),
    })
  }
  return steps
}

/** The rows by what would counter them, worst first; not what is done already or was rejected on that element. */
function byMitigation(rows: Iterable<ThreatRow>, model: ThreatModel): Map<string, ThreatRow[]> {
  const groups = new Map<string, ThreatRow[]>()
  for (const row of rows) {
    const next = row.mitigationIds.find((mitigationId) => !isSettled(model, row.elementId, mitigationId))
    if (next === undefined) continue
    const group = groups.get(next)
    if (group) group.push(row)
    else groups.set(next, [row])
  }
  for (const group of groups.values())
    group.sort((a, b) => pointsOf(b) - pointsOf(a) || (a.key < b.key ? -1 : 1))
  return groups
}

const settled: ReadonlySet<string> = new Set(['implemented', 'verified', 'rejected'])

function isSettled(model: ThreatModel, elementId: string, mitigationId: string): boolean {
  const state = entryOf(model.mitigationStates, mitigationKey({ elementId, mitigationId }))
  return state !== undefined && settled.has(state.status)
}

function compare(a: readonly ThreatRow[], b: readonly ThreatRow[]): number {
  const worst = (rows: readonly ThreatRow[]) => Math.max(...rows.map((row) => severityRank(row.severity)))
  const [rankA, rankB] = [worst(a), worst(b)]
  if (rankA !== rankB) return rankB - rankA
  const count = (rows: readonly ThreatRow[]) =>
    rows.filter((row) => severityRank(row.severity) === rankA).length
  const points = (rows: readonly ThreatRow[]) => rows.reduce((sum, row) => sum + pointsOf(row), 0)
  return count(b) - count(a) || points(b) - points(a)
}

function pointsOf(row: ThreatRow): number {
  const { likelihood, impact } = row.residual ?? row
  return likelihood * impact
}
