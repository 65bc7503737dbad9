import type { ThreatRow } from '@/lib/analysis/verdict'
import { severityRank } from '@/lib/catalogue/severity'
import type { Severity } from '@/lib/model/judgement'

/** Rows that somebody still has to act on: open, raised or attached, and not shown under their cause. */
export function openRows(rows: readonly ThreatRow[]): ThreatRow[] {
  return rows.filter((row) => row.isOpen && row.state !== 'possible' && row.causeId === undefined)
}

/** The worst severity among open rows; undefined when none is open. */
export function worstOpen(rows: readonly ThreatRow[]): Severity | undefined {
  let worst: Severity | undefined
  for (const { severity } of openRows(rows)) {
    if (worst === undefined || severityRank(severity) > severityRank(worst)) worst = severity
  }
  return worst
}
