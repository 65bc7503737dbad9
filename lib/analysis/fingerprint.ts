import type { Evidence, VerdictState } from '@/lib/analysis/verdict'
import { digest } from '@/lib/model/canonical'

/**
 * A digest of what a decision rests on, to go into the decision when it is made: state, evidence, and likelihood and
 * impact before any override. Where a fact stands (file and line) and who said it do not count, so that a moved line does
 * not ask for a new review.
 */
export function fingerprint(of: {
  state: VerdictState | 'attached' | 'silent'
  likelihood: number
  impact: number
  because: readonly Evidence[]
}): string {
  return digest([of.state, of.likelihood, of.impact, of.because.map(essence)])
}

function essence(item: Evidence): unknown {
  if (item.kind !== 'fact') return item
  const { kind, elementId, attribute, value } = item
  return { kind, elementId, attribute, value }
}
