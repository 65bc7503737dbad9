import type { Graph } from '@/lib/analysis/graph'
import type { ResolvedFact } from '@/lib/analysis/verdict'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { Component, Flow } from '@/lib/model/elements'
import type { FactValue } from '@/lib/model/fact'
import type { ThreatModel } from '@/lib/model/threat-model'

/** What conditions are evaluated in: a model, a catalogue, and what was worked out so far. */
export type Context = {
  model: ThreatModel
  catalogue: Catalogue
  graph: Graph
  /** The component or flow with this id; `elementOf` of the model, by one look-up. */
  element(id: string): Component | Flow | undefined
  /** The fact of an element that counts. */
  factOf(elementId: string, attribute: string): ResolvedFact
  /** Only its value; `null` is unknown. What conditions read most, so it makes no object for facts that are not derived. */
  valueOf(elementId: string, attribute: string): FactValue
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

/** A derived fact is worked out once: it may rest on other elements, named in `seen`. */
type Memo = { fact: ResolvedFact; seen: ReadonlySet<string> | undefined }
export type FactsOfElement = Map<string, Memo>
export type FactMemo = Map<string, FactsOfElement>
export type Dependents = Map<string, Set<string>>

/** What an earlier context worked out and a new one may build on. */
export type CarriedOver = { graph?: Graph; facts?: FactMemo; dependents?: Dependents }
