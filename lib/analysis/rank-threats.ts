import type { ThreatRow } from '@/lib/analysis/verdict'
import { severityRank } from '@/lib/catalogue/severity'
import type { Severity } from '@/lib/model/judgement'

/** One threat with every element it is open on: what is decided once and shown as one line. */
export type ThreatGroup = {
  threatId: string
  title: string
  severity: Severity
  /** Worst first. */
  rows: ThreatRow[]
}

/**
 * What to look at first: the open threats, one group per threat over all its elements, rows folded under a cause left
 * out. What is known to be there comes before what is only possible at the same risk; then what touches more elements.
 */
export function rankThreats(rows: readonly ThreatRow[]): ThreatGroup[] {
  const byThreat = new Map<string, ThreatRow[]>()
  for (const row of rows) {
    if (!row.isOpen || row.causeId !== undefined) continue
    const known = byThreat.get(row.threatId)
    if (known) known.push(row)
    else byThreat.set(row.threatId, [row])
  }
  const groups = [...byThreat.values()].map((members) => {
    const sorted = members.toSorted(compareRows)
    const worst = sorted[0] as ThreatRow
    return { threatId: worst.threatId, title: worst.title, severity: worst.severity, rows: sorted }
  })
  return groups.sort(
    (a, b) =>
      weight(b.rows[0] as ThreatRow) - weight(a.rows[0] as ThreatRow) ||
      b.rows.length - a.rows.length ||
      (a.threatId < b.threatId ? -1 : 1),
  )
}

/** Worse before better, known before possible, then in element id order. */
export function compareRows(a: ThreatRow, b: ThreatRow): number {
  return weight(b) - weight(a) || (a.elementId < b.elementId ? -1 : a.elementId > b.elementId ? 1 : 0)
}

// A possible threat weighs as a known one of the next lower severity and half its risk would: it may turn out not to be
// there.
function weight(row: ThreatRow): number {
  const { likelihood, impact } = row.residual ?? row
  const isPossible = row.state === 'possible'
  return (
    (severityRank(row.severity) - (isPossible ? 1 : 0)) * 100 + (likelihood * impact) / (isPossible ? 2 : 1)
  )
}
