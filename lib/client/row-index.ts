import type { Analysis } from '@/lib/analysis/analysis'
import { threatRows } from '@/lib/analysis/threat-rows'
import type { ThreatRow, Verdict } from '@/lib/analysis/verdict'
import type { Attachment, Decision } from '@/lib/model/judgement'

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
  if (!previous || previous.now !== now || previous.analysis.catalogue !== analysis.catalogue) {
    return grouped(analysis, now, threatRows(analysis, now), undefined)
  }
  const dirty = dirtyElements(previous.analysis, analysis)
  if (dirty.size === 0) return { ...previous, analysis }
  const kept = previous.rows.filter((row) => !dirty.has(row.elementId))
  const fresh = threatRows(only(analysis, dirty), now)
  return grouped(analysis, now, merge(kept, fresh), { previous, dirty })
}

/** Elements whose verdicts, decisions or attached threats differ. */
function dirtyElements(before: Analysis, after: Analysis): Set<string> {
  const dirty = new Set<string>()
  if (before.verdicts !== after.verdicts) {
    const ids = new Set([...before.memo.byElement.keys(), ...after.memo.byElement.keys()])
    for (const id of ids) if (before.verdictsOn(id) !== after.verdictsOn(id)) dirty.add(id)
  }
  noteDiffering(before.model.decisions, after.model.decisions, dirty)
  noteDiffering(before.model.attached, after.model.attached, dirty)
  // An element that came or went takes or brings the decisions and attachments kept on it.
  for (const key of ['components', 'flows'] as const) {
    const [old, now] = [before.model[key], after.model[key]]
    if (old === now) continue
    for (const id in old) if (!Object.hasOwn(now, id)) dirty.add(id)
    for (const id in now) if (!Object.hasOwn(old, id)) dirty.add(id)
  }
  return dirty
}

type OnElement = Readonly<Record<string, Decision | Attachment>>

function noteDiffering(before: OnElement, after: OnElement, into: Set<string>): void {
  if (before === after) return
  for (const [key, row] of Object.entries(after)) if (before[key] !== row) into.add(row.elementId)
  for (const [key, row] of Object.entries(before)) if (!Object.hasOwn(after, key)) into.add(row.elementId)
}

/** The same analysis, seen through a few elements. */
function only(analysis: Analysis, ids: ReadonlySet<string>): Analysis {
  const verdicts: Verdict[] = []
  for (const id of ids) verdicts.push(...analysis.verdictsOn(id))
  const { model } = analysis
  return {
    ...analysis,
    verdicts,
    model: { ...model, decisions: on(model.decisions, ids), attached: on(model.attached, ids) },
  }
}

function on<T extends { elementId: string }>(
  record: Readonly<Record<string, T>>,
  ids: ReadonlySet<string>,
): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([, row]) => ids.has(row.elementId)))
}

/** Both lists are in element id order and share no element. */
function merge(a: readonly ThreatRow[], b: readonly ThreatRow[]): ThreatRow[] {
  const merged: ThreatRow[] = []
  let i = 0
  for (const row of b) {
    for (let next = a[i]; next && next.elementId < row.elementId; next = a[++i]) merged.push(next)
    merged.push(row)
  }
  for (; i < a.length; i++) merged.push(a[i] as ThreatRow)
  return merged
}

function grouped(
  analysis: Analysis,
  now: string,
  rows: readonly ThreatRow[],
  reuse: { previous: RowIndex; dirty: ReadonlySet<string> } | undefined,
): RowIndex {
  const byElement = new Map<string, ThreatRow[]>()
  for (const row of rows) {
    const list = byElement.get(row.elementId)
    if (list) list.push(row)
    else byElement.set(row.elementId, [row])
  }
  const stable = new Map<string, readonly ThreatRow[]>(byElement)
  if (reuse) {
    for (const [id, list] of reuse.previous.byElement) {
      if (!reuse.dirty.has(id) && stable.has(id)) stable.set(id, list)
    }
  }
  return { now, analysis, rows, byElement: stable }
}
