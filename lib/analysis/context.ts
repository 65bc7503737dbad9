import type { Graph } from '@/lib/analysis/graph'
import type { FactsOfElement, Subject } from '@/lib/analysis/subject'
import type { ResolvedFact } from '@/lib/analysis/verdict'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { FactValue } from '@/lib/model/fact'
import type { ThreatModel } from '@/lib/model/threat-model'

/** What conditions are evaluated in: a model, a catalogue, and what was worked out so far. */
export type Context = {
  model: ThreatModel
  catalogue: Catalogue
  graph: Graph
  /** An element with all that conditions ask of it. */
  subject(id: string): Subject
  /** The fact of an element that counts. */
  factOf(elementId: string, attribute: string): ResolvedFact
  /** The same, of an element at hand. */
  factOn(subject: Subject, attribute: string): ResolvedFact
  /** Only its value; `null` is unknown. What conditions read most, so it makes no object for facts that are not derived. */
  valueOn(subject: Subject, attribute: string): FactValue
  /** The ids a relation leads to, in id order; worked out once. */
  related(subject: Subject, relation: string): readonly string[]
  /** Runs `work` for an element and notes every other element that it looked at. */
  workingOn<T>(subject: Subject, work: () => T): T
  facts: FactMemo
  /** How many related elements may still be looked at for the verdict at hand; undefined when nothing limits it. */
  stepsLeft: number | undefined
  /** For each element, those whose verdicts or facts looked at it. */
  dependents: Dependents
}

export type FactMemo = Map<string, FactsOfElement>
export type Dependents = Map<string, Set<string>>

/** What an earlier context worked out and a new one may build on. */
export type CarriedOver = { graph?: Graph; facts?: FactMemo; dependents?: Dependents }
