import type { Evidence, VerdictState } from '@/lib/analysis/verdict'
import { digest } from '@/lib/model/canonical'
import type { Severity } from '@/lib/model/judgement'

/**
 * A digest of what a decision rests on: state, severity and evidence. Where a fact stands (file and line) and who said it
 * do not count, so that a moved line does not ask for a new review.
 */
export function fingerprint(of: {
  state: VerdictState | 'attached' | 'silent'
  severity: Severity
  because: readonly Evidence[]
}): string {
  return digest([of.state, of.severity, of.because.map(essence)])
}

function essence(item: Evidence): unknown {
  if (item.kind !== 'fact') return item
  const { kind, elementId, attribute, value } = item
  return { kind, elementId, attribute, value }
}
