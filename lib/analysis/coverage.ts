import type { Analysis } from '@/lib/analysis/analysis'
import { explainCondition } from '@/lib/analysis/explain-condition'
import type { Evidence, ThreatRow } from '@/lib/analysis/verdict'
import { severityRank } from '@/lib/catalogue/severity'
import { elementOf } from '@/lib/model/element-of'
import type { Severity, Stride } from '@/lib/model/judgement'
import { entryOf } from '@/lib/model/records'

export const letters = ['S', 'T', 'R', 'I', 'D', 'E'] as const

/** `threat`: there is or may be one. `not-applicable`: looked at, and none is there. `not-considered`: nobody looked. */
export type CoverageState = 'threat' | 'not-applicable' | 'not-considered'

export type CoverageCell = {
  state: CoverageState
  /** Raised or attached and not decided yet. */
  open: number
  /** Possible and not decided yet. */
  possible: number
  /** Decided. */
  decided: number
  /** How many entries of the catalogue were looked at, and how many of those a control counters. */
  looked: number
  countered: number
  worst?: Severity
}

/** One element of the matrix: a cell for each letter. */
export type CoverageRow = { elementId: string; cells: Record<Stride, CoverageCell> }

/** The matrix of STRIDE and elements, for these elements in this order. */
export function coverageOf(
  analysis: Analysis,
  rowsOn: (elementId: string) => readonly ThreatRow[],
  elementIds: readonly string[],
): CoverageRow[] {
  const lookedAt = new Map<string, Record<Stride, number>>()
  return elementIds.map((elementId) => {
    const type = elementOf(analysis.model, elementId)?.type ?? ''
    const looked = lookedAt.get(type) ?? countLooked(analysis, type)
    lookedAt.set(type, looked)
    const isOut = entryOf(analysis.model.components, elementId)?.outOfScope !== undefined
    const cells = {} as Record<Stride, CoverageCell>
    for (const letter of letters) {
      const rows = rowsOn(elementId).filter((row) => row.stride.includes(letter))
      cells[letter] = cellOf(rows, isOut ? 0 : looked[letter], isOut)
    }
    return { elementId, cells }
  })
}

function countLooked({ catalogue }: Analysis, type: string): Record<Stride, number> {
  const counts = { S: 0, T: 0, R: 0, I: 0, D: 0, E: 0 }
  for (const { threat, target } of catalogue.threatsOn(type)) {
    if (target.exposedWhen) for (const letter of threat.stride) counts[letter] += 1
  }
  return counts
}

function cellOf(rows: readonly ThreatRow[], looked: number, isOut: boolean): CoverageCell {
  const cell: CoverageCell = {
    state: looked > 0 || isOut ? 'not-applicable' : 'not-considered',
    open: 0,
    possible: 0,
    decided: 0,
    looked,
    countered: 0,
  }
  for (const row of rows) {
    if (row.state === 'countered') cell.countered += 1
    else if (row.isOpen && row.state === 'possible') cell.possible += 1
    else if (row.isOpen) cell.open += 1
    else if (row.state !== 'silent') cell.decided += 1
    const isThere = row.state !== 'countered' && row.state !== 'silent' && row.status !== 'not-applicable'
    if (isThere) {
      cell.state = 'threat'
      if (!cell.worst || severityRank(row.severity) > severityRank(cell.worst)) cell.worst = row.severity
    } else if (cell.state === 'not-considered') cell.state = 'not-applicable'
  }
  return cell
}

/** Why one entry does not apply in a cell. */
export type CoverageReason = {
  threatId: string
  title: string
  kind: 'countered' | 'decided' | 'silent'
  because: readonly Evidence[]
  /** A person's reason, for what was decided. */
  words?: string
}

/** What was looked at in a cell and is not there, each with what speaks against it. */
export function coverageReasons(
  analysis: Analysis,
  rows: readonly ThreatRow[],
  elementId: string,
  letter: Stride,
): CoverageReason[] {
  const { context } = analysis.memo
  const byThreat = new Map(rows.map((row) => [row.threatId, row]))
  const on = context.subject(elementId)
  const type = on.element?.type ?? ''
  return analysis.catalogue.threatsOn(type).flatMap(({ threat, target }): CoverageReason[] => {
    if (!target.exposedWhen || !threat.stride.includes(letter)) return []
    const { id: threatId, title } = threat
    const row = byThreat.get(threatId)
    if (row?.state === 'countered') return [{ threatId, title, kind: 'countered', because: row.because }]
    if (row && row.status === 'not-applicable')
      return [{ threatId, title, kind: 'decided', because: [], words: row.decision?.reason ?? '' }]
    if (row && row.state !== 'silent') return []
    const because = explainCondition(context, target.exposedWhen, on, false)
    return [{ threatId, title, kind: 'silent', because }]
  })
}
