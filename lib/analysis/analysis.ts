import type { Context } from '@/lib/analysis/context'
import type { ResolvedFact, Verdict } from '@/lib/analysis/verdict'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { ThreatModel } from '@/lib/model/threat-model'

/** The result of looking at a whole model, kept so that looking again after an edit costs only what changed. */
export type Analysis = {
  model: ThreatModel
  catalogue: Catalogue
  /** In element id then threat id order. */
  verdicts: readonly Verdict[]
  verdictsOn(elementId: string): readonly Verdict[]
  factOf(elementId: string, attribute: string): ResolvedFact
  memo: AnalysisMemo
}

/** What the next analysis carries over. */
export type AnalysisMemo = {
  context: Context
  byElement: ReadonlyMap<string, readonly Verdict[]>
  ids: readonly string[]
}
