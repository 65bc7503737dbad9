import { analyse, analyseInSteps } from '@/lib/analysis/analyse'
import type { Analysis } from '@/lib/analysis/analysis'
import { threatRows, threatRowsOn } from '@/lib/analysis/threat-rows'
import type { ThreatRow } from '@/lib/analysis/verdict'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { ThreatModel } from '@/lib/model/threat-model'

/**
 * The threat list by element. Elements that an edit did not concern keep their very list, so that a card of the canvas
 * and a line of the table are drawn again only when something on them changed.
 */
export type RowIndex = {
  now: string
  model: ThreatModel
  catalogue: Catalogue
  analysis: Analysis
  rows: readonly ThreatRow[]
  byElement: ReadonlyMap<string, readonly ThreatRow[]>
} & (LookedAt | Pending)

type LookedAt = { isPending?: undefined }

/** Not everything was looked at yet: no rows does not mean no threats. */
type Pending = {
  isPending: true
  /** Looks on until everything was looked at, which is told, or the time is up. */
  lookOn(isTimeUp: () => boolean): boolean
}

/**
 * The list before anything was looked at, so that a drawing can be shown meanwhile. Whoever asks for its analysis gets it.
 * @param before the same before an edit: what was looked at of it is not looked at again.
 */
export function pendingIndex(
  model: ThreatModel,
  catalogue: Catalogue,
  now: string,
  before?: RowIndex & Pending,
): RowIndex {
  const steps = before ? undefined : analyseInSteps(model, catalogue)
  let analysis: Analysis | undefined
  const lookOn = (isTimeUp: () => boolean) => {
    if (before && !analysis && before.lookOn(isTimeUp)) analysis = analyse(model, catalogue, before.analysis)
    while (steps && !analysis && !isTimeUp()) {
      const step = steps.next()
      if (step.done) analysis = step.value
    }
    return analysis !== undefined
  }
  return {
    now,
    model,
    catalogue,
    get analysis() {
      lookOn(() => false)
      return analysis as Analysis
    },
    rows: [],
    byElement: new Map(),
    isPending: true,
    lookOn,
  }
}

/** Builds the threat list, or brings the previous one up to date; the result is the same. */
export function indexRows(analysis: Analysis, now: string, previous?: RowIndex): RowIndex {
  const { model, catalogue } = analysis
  if (previous?.now === now && rowsAreSame(previous.analysis, analysis))
    return { ...previous, model, catalogue, analysis }
  if (previous?.now === now && wordsAreSame(previous.analysis, analysis))
    return indexChanged(analysis, now, previous)
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
  return { now, model, catalogue, analysis, rows, byElement }
}

/** Only verdicts differ: elements that have their very verdicts keep their lists, and only the others are looked at. */
function indexChanged(analysis: Analysis, now: string, previous: RowIndex): RowIndex {
  const rows: ThreatRow[] = []
  const byElement = new Map<string, readonly ThreatRow[]>()
  for (const id of analysis.memo.ids) {
    const known = previous.byElement.get(id) ?? none
    const isSame = analysis.verdictsOn(id) === previous.analysis.verdictsOn(id)
    const list = isSame ? known : threatRowsOn(analysis, id, now)
    if (list.length === 0) continue
    byElement.set(id, list)
    for (const row of list) rows.push(row)
  }
  const { model, catalogue } = analysis
  return { now, model, catalogue, analysis, rows, byElement }
}

const none: readonly ThreatRow[] = []

/** Nothing that a row is made of differs. */
function rowsAreSame(before: Analysis, after: Analysis): boolean {
  return before.verdicts === after.verdicts && wordsAreSame(before, after)
}

/** What people said is the same. Data that flows carry counts too, once there is any. */
function wordsAreSame({ catalogue, model }: Analysis, after: Analysis): boolean {
  return (
    catalogue === after.catalogue &&
    model.decisions === after.model.decisions &&
    model.attached === after.model.attached &&
    model.mitigationStates === after.model.mitigationStates &&
    model.dataAssets === after.model.dataAssets &&
    (model.flows === after.model.flows || Object.keys(model.dataAssets).length === 0)
  )
}

function isSameList(a: readonly ThreatRow[], b: readonly ThreatRow[]): boolean {
  return a.length === b.length && a.every((row, index) => row === b[index])
}
