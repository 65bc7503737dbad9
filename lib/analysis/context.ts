import type { Graph } from '@/lib/analysis/graph'
import type { FactEvidence, ResolvedFact } from '@/lib/analysis/verdict'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { ThreatModel } from '@/lib/model/threat-model'

/** What conditions are evaluated in: a model, a catalogue, and what was worked out so far. */
export type Context = {
  model: ThreatModel
  catalogue: Catalogue
  graph: Graph
  /** The fact of an element that counts; worked out once. */
  factOf(elementId: string, attribute: string): ResolvedFact
  /** The same as evidence; one object per fact, however many verdicts rest on it. Only for facts that are known. */
  evidenceOf(elementId: string, attribute: string): FactEvidence
  /** The ids a relation leads to, in id order; worked out once. */
  related(elementId: string, relation: string): readonly string[]
  /** Runs `work` for an element and notes every other element that it looked at. */
  workingOn<T>(elementId: string, work: () => T): T
  /** Notes that the current work looked at an element. */
  look(elementId: string): void
  facts: FactMemo
  /** For each element, those whose verdicts or facts looked at it. */
  dependents: Dependents
}

/**
 * What was worked out for one element: its facts, the other elements that a fact rests on (for few of them), and facts as
 * evidence. Facts that hold by default are one object for all elements, so nothing of an element stands in them.
 */
export type FactsOfElement = {
  facts: Map<string, ResolvedFact>
  restsOn: Map<string, ReadonlySet<string>>
  evidence: Map<string, FactEvidence>
}
export type FactMemo = Map<string, FactsOfElement>
export type Dependents = Map<string, Set<string>>

/** What an earlier context worked out and a new one may build on. */
export type CarriedOver = { graph?: Graph; facts?: FactMemo; dependents?: Dependents }
