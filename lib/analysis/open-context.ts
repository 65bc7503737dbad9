import type { CarriedOver, Context, Dependents, FactsOfElement } from '@/lib/analysis/context'
import { indexGraph } from '@/lib/analysis/graph'
import { relatedIds } from '@/lib/analysis/relations'
import { resolveFact } from '@/lib/analysis/resolve-fact'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { ThreatModel } from '@/lib/model/threat-model'

/** Opens a context. Facts of elements that did not change can be carried over from an earlier one. */
export function openContext(model: ThreatModel, catalogue: Catalogue, carried: CarriedOver = {}): Context {
  const { graph = indexGraph(model), facts = new Map(), dependents = new Map() } = carried
  const relations = new Map<string, readonly string[]>()
  const resolving = new Set<string>()
  const owned = new Set<string>()
  let seen = new Set<string>()

  // Carried-over facts are shared with the context they came from, which may still be read; so copy before writing.
  const ownFacts = (elementId: string) => {
    const known = facts.get(elementId)
    if (known && owned.has(elementId)) return known
    const copy: FactsOfElement = new Map(known)
    facts.set(elementId, copy)
    owned.add(elementId)
    return copy
  }

  const context: Context = {
    model,
    catalogue,
    graph,
    facts,
    dependents,
    look: (elementId) => void seen.add(elementId),
    watching(work) {
      const outer = seen
      seen = new Set()
      try {
        const result = work()
        return { result, seen }
      } finally {
        for (const id of seen) outer.add(id)
        seen = outer
      }
    },
    factOf(elementId, attribute) {
      const known = facts.get(elementId)?.get(attribute)
      if (known) {
        for (const id of known.seen) seen.add(id)
        return known.fact
      }
      const key = `${elementId}|${attribute}`
      // A derivation that leads back to itself settles nothing.
      if (resolving.has(key)) return { attribute, value: null, origin: 'unknown', asks: [] }
      resolving.add(key)
      const { result, seen: looked } = context.watching(() => {
        context.look(elementId)
        return resolveFact(context, elementId, attribute)
      })
      resolving.delete(key)
      ownFacts(elementId).set(attribute, { fact: result, seen: looked })
      noteDependents(dependents, elementId, looked)
      return result
    },
    related(elementId, relation) {
      seen.add(elementId)
      const key = `${elementId}|${relation}`
      let ids = relations.get(key)
      if (!ids) {
        const definition = catalogue.relations.get(relation)
        ids = definition ? relatedIds(context, definition, elementId) : []
        relations.set(key, ids)
      }
      for (const id of ids) seen.add(id)
      return ids
    },
  }
  return context
}

/**
 * Notes that an element's verdicts or facts rest on others. A dependency that no longer holds only costs one needless
 * look, never a wrong result; so none is ever removed.
 */
export function noteDependents(dependents: Dependents, id: string, seen: ReadonlySet<string>): void {
  for (const other of seen) {
    if (other === id) continue
    const known = dependents.get(other)
    if (known) known.add(id)
    else dependents.set(other, new Set([id]))
  }
}
