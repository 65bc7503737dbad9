import { analyse } from '@/lib/analysis/analyse'
import type { Verdict } from '@/lib/analysis/verdict'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { ThreatModel } from '@/lib/model/threat-model'

/**
 * Every verdict of the catalogue on the model, in element id then threat id order. Pure: equal models give equal
 * verdicts, in whatever order their parts were added. Cost grows linearly with components and flows.
 */
export function evaluate(model: ThreatModel, catalogue: Catalogue): readonly Verdict[] {
  return analyse(model, catalogue).verdicts
}
