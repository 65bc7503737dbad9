import type { Analysis } from '@/lib/analysis/analysis'
import { threatRows } from '@/lib/analysis/threat-rows'
import type { ThreatRow } from '@/lib/analysis/verdict'

/**
 * The threat list by element. Elements that an edit did not concern keep their very list, so that a card of the canvas
 * and a line of the table are drawn again only when something on them changed.
 */
export type RowIndex = {
  now: string
  analysis: Analysis
  rows: readonly ThreatRow[]
  byElement: ReadonlyMap<string, readonly ThreatRow[]>
}

/** Builds the threat list, or brings the previous one up to date; the result is the same. */
export function indexRows(analysis: Analysis, now: string, previous?: RowIndex): RowIndex {
  if (previous?.now === now && rowsAreSame(previous.analysis, analysis)) return { ...previous, analysis }
  const rows = threatRows(analysis, now)
  const byElement = new Map<string, readonly ThreatRow[]>()
  let start = 0
  for (let end = 1; end <= rows.length; end++) {
    const id = rows[start]?.elementId as string
    if (rows[end]?.elementId === id) continue
    const list = rows.slice(start, end)
    const before = previous?.byElement.get(id)
    byElement.set(id, before && isSameList(before, list) ? before : list)
    start = end
  }
  return { now, analysis, rows, byElement }
}

/** Nothing that a row is made of differs. */
function rowsAreSame(before: Analysis, after: Analysis): boolean {
  return (
    before.catalogue === after.catalogue &&
    before.verdicts === after.verdicts &&
    before.model.decisions === after.model.decisions &&
    before.model.attached === after.model.attached &&
    before.model.mitigationStates === after.model.mitigationStates &&
    before.model.dataAssets === after.model.dataAssets
  )
}

function isSameList(a: readonly ThreatRow[], b: readonly ThreatRow[]): boolean {
  return a.length === b.length && a.every((row, index) => row === b[index])
}
