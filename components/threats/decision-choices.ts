import type { RowStatus, ThreatRow } from '@/lib/analysis/verdict'

/** What the list is narrowed to and grouped by: what was decided, or whether anything is left to decide. */
export type DecisionChoice = RowStatus | 'none-needed'

/** In the order in which one works through them. */
export const decisionChoices = [
  'open',
  'review-again',
  'mitigated',
  'accepted',
  'transferred',
  'not-applicable',
  'none-needed',
] as const satisfies readonly DecisionChoice[]

/** Each choice in words. "Open" is the list's section without what is only possible; this one holds both. */
export const decisionChoiceWords: Record<DecisionChoice, string> = {
  open: 'Still to decide',
  'review-again': 'Review again',
  mitigated: 'Mitigated',
  accepted: 'Accepted',
  transferred: 'Transferred',
  'not-applicable': 'Not applicable',
  'none-needed': 'No decision needed',
}

/**
 * The one choice that a row is under. Undecided alone is not enough to be open: what evidence counters, or what nothing
 * raises any more, waits for nobody.
 */
export function decisionOf({ status, isOpen }: Pick<ThreatRow, 'status' | 'isOpen'>): DecisionChoice {
  return status === 'open' && !isOpen ? 'none-needed' : status
}
