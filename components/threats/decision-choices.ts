import { statusLook } from '@/components/ui/status-badge'
import { type RowStatus, rowStatuses, type ThreatRow } from '@/lib/analysis/verdict'

/** What the list is narrowed to and grouped by: what was decided, or whether anything is left to decide. */
export type DecisionChoice = RowStatus | 'none-needed'

export const decisionChoices: readonly DecisionChoice[] = [...rowStatuses, 'none-needed']

/** A choice in words. "Open" is the list's section without what is only possible; here it holds both. */
export function decisionChoiceWords(choice: DecisionChoice): string {
  if (choice === 'open') return 'Still to decide'
  return choice === 'none-needed' ? 'No decision needed' : statusLook[choice].label
}

/**
 * The one choice that a row is under. Undecided alone is not enough to be open: what evidence counters, or what nothing
 * raises any more, waits for nobody.
 */
export function decisionOf({ status, isOpen }: Pick<ThreatRow, 'status' | 'isOpen'>): DecisionChoice {
  return status === 'open' && !isOpen ? 'none-needed' : status
}
