import type { CarriedOver, Context, Dependents, FactsOfElement } from '@/lib/analysis/context'
import { indexGraph } from '@/lib/analysis/graph'
import { openRelation, relatedIds } from '@/lib/analysis/relations'
import { resolveFact } from '@/lib/analysis/resolve-fact'
import type { FactEvidence, ResolvedFact } from '@/lib/analysis/verdict'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { ThreatModel } from '@/lib/model/threat-model'

/** Opens a context. Facts of elements that did not change can be carried over from an earlier one. */
export function openContext(model: ThreatModel, catalogue: Catalogue, carried: CarriedOver = {}): Context {
  const { graph = indexGraph(model), facts = new Map(), dependents = new Map() } = carried
  const relations = new Map<string, Map<string, readonly string[]>>()
  const owned = new Set<string>()
  // The element being worked on, and the others looked at meanwhile; most facts look at none, so no set is made for them.
  let owner: string | undefined
  let seen: Set<string> | undefined

  // Carried-over facts are shared with the context they came from, which may still be read; so copy before writing.
  const ownFacts = (elementId: string): FactsOfElement => {
    const known = facts.get(elementId)
    if (known && owned.has(elementId)) return known
    const copy: FactsOfElement = {
      facts: new Map(known?.facts),
      restsOn: new Map(known?.restsOn),
      evidence: new Map(known?.evidence),
    }
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

  const factOf = (elementId: string, attribute: string): ResolvedFact => {
    look(elementId)
    const memo = facts.get(elementId)
    const known = memo?.facts.get(attribute)
    if (known) {
      const others = memo?.restsOn.get(attribute)
      if (others) for (const id of others) look(id)
      return known
    }
    const own = ownFacts(elementId)
    // In place while the fact is worked out: a derivation that leads back to itself settles nothing.
    own.facts.set(attribute, unsettled(attribute))
    return workingOn(elementId, () => {
      const fact = resolveFact(context, elementId, attribute)
      own.facts.set(attribute, fact)
      if (seen) own.restsOn.set(attribute, seen)
      return fact
    })
  }

  const context: Context = {
    model,
    catalogue,
    graph,
    facts,
    dependents,
    look,
    workingOn,
    factOf,
    evidenceOf(elementId, attribute) {
      const fact = factOf(elementId, attribute)
      const known = facts.get(elementId)?.evidence.get(attribute)
      if (known) return known
      const evidence = toEvidence(elementId, fact)
      ownFacts(elementId).evidence.set(attribute, evidence)
      return evidence
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

function unsettled(attribute: string): ResolvedFact {
  return { attribute, value: null, origin: 'unknown', asks: [] }
}

function toEvidence(elementId: string, fact: ResolvedFact): FactEvidence {
  const { attribute, value, source, reason, from } = fact
  return {
    kind: 'fact',
    elementId,
    attribute,
    value,
    origin: fact.origin as FactEvidence['origin'],
    ...(source && { source }),
    ...(reason !== undefined && { reason }),
    ...(from && { from }),
  }
}

// A dependency that no longer holds only costs one needless look, never a wrong result; so none is ever removed.
function noteDependents(dependents: Dependents, id: string, seen: ReadonlySet<string>): void {
  for (const other of seen) {
    const known = dependents.get(other)
    if (known) known.add(id)
    else dependents.set(other, new Set([id]))
  }
}
