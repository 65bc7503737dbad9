import type { DecisionStatus, MitigationStatus } from '@/lib/model/judgement'

/** What each choice means, in a line. */
export const decisionWords: Record<DecisionStatus, { label: string; help: string }> = {
  open: { label: 'Open', help: 'Somebody still has to act.' },
  mitigated: { label: 'Mitigated', help: 'What can be done about it is done.' },
  accepted: { label: 'Accepted', help: 'The risk stays, and that is all right.' },
  transferred: { label: 'Transferred', help: 'Somebody else carries it.' },
  'not-applicable': { label: 'Not applicable', help: 'It cannot happen here.' },
}

export const mitigationWords: Record<MitigationStatus, string> = {
  proposed: 'Proposed',
  planned: 'Planned',
  implemented: 'Implemented',
  verified: 'Verified',
  rejected: 'Rejected',
}

const levels = ['very low', 'low', 'medium', 'high', 'very high']

/** Likelihood or impact, 1 to 5, in words. */
export function levelWords(level: number): string {
  return levels[level - 1] ?? String(level)
}
