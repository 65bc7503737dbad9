import type { ThreatRow } from '@/lib/analysis/verdict'
import type { Severity, Stride } from '@/lib/model/judgement'

/** Counts of a threat list. Rows folded under another are counted in `folded` and `states` only, so that a cause counts once. */
export type Summary = {
  /** Open rows that are raised or attached, by severity. */
  open: Record<Severity, number>
  states: Record<ThreatRow['state'], number>
  statuses: Record<ThreatRow['status'], number>
  folded: number
}

/** Counts the rows of a model or of one component. */
export function summarise(rows: readonly ThreatRow[]): Summary {
  const summary: Summary = {
    open: { critical: 0, high: 0, medium: 0, low: 0, info: 0 },
    states: { raised: 0, possible: 0, countered: 0, attached: 0, silent: 0 },
    statuses: { open: 0, mitigated: 0, accepted: 0, transferred: 0, 'not-applicable': 0, 'review-again': 0 },
    folded: 0,
  }
  for (const row of rows) {
    summary.states[row.state] += 1
    if (row.causeId !== undefined) {
      summary.folded += 1
      continue
    }
    if (row.state === 'raised' || row.state === 'attached') {
      summary.statuses[row.status] += 1
      if (row.isOpen) summary.open[row.severity] += 1
    }
  }
  return summary
}

/** What a STRIDE letter shows on a component: `open` raised or attached rows, else considered, else nobody looked. */
export type LetterState = { open: number; isConsidered: boolean }

/** The six letters of one component's rows. Folded rows count under their cause. */
export function strideLetters(rows: readonly ThreatRow[]): Record<Stride, LetterState> {
  const letters = Object.fromEntries(
    (['S', 'T', 'R', 'I', 'D', 'E'] as const).map((letter) => [letter, { open: 0, isConsidered: false }]),
  ) as Record<Stride, LetterState>
  for (const row of rows) {
    for (const letter of row.stride) {
      const state = letters[letter]
      if (row.isOpen && row.state !== 'possible' && row.causeId === undefined) state.open += 1
      else if (row.state === 'countered' || !row.isOpen) state.isConsidered = true
    }
  }
  return letters
}
