import type { Verdict } from '@/lib/analysis/verdict'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { ThreatModel } from '@/lib/model/threat-model'

/** The result of looking at a whole model, kept to look again cheaply after an edit. */
export type Analysis = {
  model: ThreatModel
  catalogue: Catalogue
  verdicts: readonly Verdict[]
  verdictsOn(elementId: string): readonly Verdict[]
}
