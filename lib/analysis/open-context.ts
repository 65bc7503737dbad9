import type { CarriedOver, Context, Dependents, FactsOfElement } from '@/lib/analysis/context'
import { indexGraph } from '@/lib/analysis/graph'
import { openRelation, relatedIds } from '@/lib/analysis/relations'
import { deriveFact, plainFact, plainValue } from '@/lib/analysis/resolve-fact'
import type { ResolvedFact } from '@/lib/analysis/verdict'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { Component, Flow } from '@/lib/model/elements'
import type { FactValue } from '@/lib/model/fact'
import type { ThreatModel } from '@/lib/model/threat-model'

/** Opens a context. Facts of elements that did not change can be carried over from an earlier one. */
export function openContext(model: ThreatModel, catalogue: Catalogue, carried: CarriedOver = {}): Context {
  const { graph = indexGraph(model), facts = new Map(), dependents = new Map() } = carried
  const relations = new Map<string, Map<string, readonly string[]>>()
  const owned = new Set<string>()
  const elements = new Map<string, Component | Flow>()
  for (const id in model.flows) elements.set(id, model.flows[id] as Flow)
  for (const id in model.components) elements.set(id, model.components[id] as Component)
  // The element being worked on, and the others looked at meanwhile; most facts look at none, so no set is made for them.
  let owner: string | undefined
  let seen: Set<string> | undefined
  // Plain values of the element being judged, which dozens of conditions read; one map for all, so none is left behind.
  let judged: string | undefined
  const values = new Map<string, FactValue>()

  // Carried-over facts are shared with the context they came from, which may still be read; so copy before writing.
  const ownFacts = (elementId: string): FactsOfElement => {
    const known = facts.get(elementId)
    if (known && owned.has(elementId)) return known
    const copy: FactsOfElement = new Map(known)
    facts.set(elementId, copy)
    owned.add(elementId)
    return copy
  }

  const look = (elementId: string) => {
    if (elementId === owner) return
    seen ??= new Set()
    seen.add(elementId)
  }

  const workingOn = <T>(elementId: string, work: () => T): T => {
    const outerOwner = owner
    const outerSeen = seen
    owner = elementId
    seen = undefined
    if (outerOwner === undefined) {
      judged = elementId
      values.clear()
    }
    const result = work()
    const looked = seen as Set<string> | undefined
    owner = outerOwner
    seen = outerSeen
    if (looked) {
      noteDependents(dependents, elementId, looked)
      if (owner !== undefined) for (const id of looked) look(id)
    }
    return result
  }

  const derivedFactOf = (elementId: string, type: string, attribute: string): ResolvedFact => {
    const known = facts.get(elementId)?.get(attribute)
    if (known) {
      if (known.seen) for (const id of known.seen) look(id)
      return known.fact
    }
    const own = ownFacts(elementId)
    // In place while the fact is worked out: a derivation that leads back to itself settles nothing.
    own.set(attribute, { fact: { attribute, value: null, origin: 'unknown', asks: [] }, seen: undefined })
    return workingOn(elementId, () => {
      const fact = deriveFact(context, elementId, type, attribute)
      own.set(attribute, { fact, seen })
      return fact
    })
  }

  const context: Context = {
    model,
    catalogue,
    graph,
    facts,
    dependents,
    element: (id) => elements.get(id),
    look,
    workingOn,
    factOf(elementId, attribute) {
      look(elementId)
      const type = elements.get(elementId)?.type ?? ''
      return catalogue.derivationsOf(type, attribute).length > 0
        ? derivedFactOf(elementId, type, attribute)
        : plainFact(context, elementId, attribute)
    },
    valueOf(elementId, attribute) {
      look(elementId)
      const isJudged = elementId === judged
      const known = isJudged ? values.get(attribute) : undefined
      if (known !== undefined) return known
      const type = elements.get(elementId)?.type ?? ''
      if (catalogue.derivationsOf(type, attribute).length > 0) {
        return derivedFactOf(elementId, type, attribute).value
      }
      const value = plainValue(context, elementId, attribute)
      if (isJudged) values.set(attribute, value)
      return value
    },
    related(elementId, relation) {
      look(elementId)
      let ofRelation = relations.get(relation)
      if (!ofRelation) {
        ofRelation = new Map()
        relations.set(relation, ofRelation)
      }
      let ids = ofRelation.get(elementId)
      if (!ids) {
        ids = relatedIds(context, openRelation(catalogue, relation), elementId)
        ofRelation.set(elementId, ids)
      }
      for (const id of ids) look(id)
      return ids
    },
  }
  return context
}

// A dependency that no longer holds only costs one needless look, never a wrong result; so none is ever removed.
function noteDependents(dependents: Dependents, id: string, seen: ReadonlySet<string>): void {
  for (const other of seen) {
    const known = dependents.get(other)
    if (known) known.add(id)
    else dependents.set(other, new Set([id]))
  }
}
