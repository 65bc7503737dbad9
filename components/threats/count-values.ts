import { decisionOf } from '@/components/threats/decision-choices'
import type { ThreatRow } from '@/lib/analysis/verdict'

/**
 * How many threats the list shows for each value of a facet, as `facet|value`, were it the only filter. A row that stands
 * under its cause there is not counted beside it, as the list does not.
 */
export function countValues(
  rows: readonly ThreatRow[],
  typeOf: (elementId: string) => string,
): ReadonlyMap<string, number> {
  const byKey = new Map(rows.map((row) => [row.key, row]))
  const counts = new Map<string, number>()
  for (const row of rows) {
    const cause = row.causeId === undefined ? undefined : byKey.get(row.causeId)
    const ofCause = cause ? valuesOf(cause, typeOf) : []
    for (const value of valuesOf(row, typeOf)) {
      if (!ofCause.includes(value)) counts.set(value, (counts.get(value) ?? 0) + 1)
    }
  }
  return counts
}

function valuesOf(row: ThreatRow, typeOf: (elementId: string) => string): string[] {
  return [
    `severity|${row.severity}`,
    `state|${row.state}`,
    `status|${decisionOf(row)}`,
    `type|${typeOf(row.elementId)}`,
    ...row.stride.map((letter) => `letter|${letter}`),
  ]
}
