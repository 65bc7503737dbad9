import type { CarriedOver, Context, Dependents, FactsOfElement } from '@/lib/analysis/context'
import { indexGraph } from '@/lib/analysis/graph'
import { openRelation, walkRelation } from '@/lib/analysis/relations'
import { deriveFact, plainFact, plainValue } from '@/lib/analysis/resolve-fact'
import { type Memo, openSubject, type Subject, type Walked } from '@/lib/analysis/subject'
import type { ResolvedFact } from '@/lib/analysis/verdict'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { ThreatModel } from '@/lib/model/threat-model'

/** A fact that is being worked out. */
const unsettled: ResolvedFact = { attribute: '', value: null, origin: 'unknown', asks: [] }

/** Opens a context. Facts of elements that did not change can be carried over from an earlier one. */
export function openContext(model: ThreatModel, catalogue: Catalogue, carried: CarriedOver = {}): Context {
  const { graph = indexGraph(model), facts = new Map(), dependents = new Map() } = carried
  const subjects = new Map<string, Subject>()
  const relations = new Map<string, Map<Subject, Walked & { notedIn: number }>>()
  const owned = new Set<string>()
  // The element being worked on, and the others looked at meanwhile; most facts look at none, so no set is made for
  // them. Each piece of work has a number: what it noted once it need not note again.
  let owner: Subject | undefined
  let seen: Set<string> | undefined
  let work = 0
  let works = 0

  const subject = (id: string): Subject => {
    let known = subjects.get(id)
    if (!known) {
      known = openSubject(model, catalogue, id)
      subjects.set(id, known)
    }
    return known
  }

  // Carried-over facts are shared with the context they came from, which may still be read; so copy before writing.
  const ownFacts = (elementId: string): FactsOfElement => {
    const known = facts.get(elementId)
    if (known && owned.has(elementId)) return known
    const copy: FactsOfElement = new Map(known)
    facts.set(elementId, copy)
    owned.add(elementId)
    return copy
  }

  const noteId = (id: string) => {
    if (!owner || id === owner.id) return
    seen ??= new Set()
    seen.add(id)
  }

  const look = (at: Subject) => {
    if (at === owner || !owner || at.notedIn === work) return
    at.notedIn = work
    seen ??= new Set()
    seen.add(at.id)
  }

  const workingOn = <T>(on: Subject, task: () => T): T => {
    const outerOwner = owner
    const outerSeen = seen
    const outerWork = work
    owner = on
    seen = undefined
    work = ++works
    const result = task()
    const looked = seen as Set<string> | undefined
    owner = outerOwner
    seen = outerSeen
    work = outerWork
    if (looked) {
      noteDependents(dependents, on.id, looked)
      looked.forEach(noteId)
    }
    return result
  }

  const derivedFactOn = (on: Subject, attribute: string): ResolvedFact => {
    const known = facts.get(on.id)?.get(attribute)
    if (known) {
      known.seen?.forEach(noteId)
      return known.fact
    }
    const own = ownFacts(on.id)
    // In place while the fact is worked out: a derivation that leads back to itself settles nothing.
    const memo: Memo = { fact: unsettled, seen: undefined }
    own.set(attribute, memo)
    return workingOn(on, () => {
      memo.fact = deriveFact(context, on, attribute)
      memo.seen = seen
      return memo.fact
    })
  }

  const factOn = (on: Subject, attribute: string): ResolvedFact => {
    look(on)
    return on.derivations?.has(attribute) ? derivedFactOn(on, attribute) : plainFact(context, on, attribute)
  }

  const context: Context = {
    model,
    catalogue,
    graph,
    facts,
    dependents,
    subject,
    workingOn,
    factOn,
    factOf: (elementId, attribute) => factOn(subject(elementId), attribute),
    valueOn(on, attribute) {
      look(on)
      return on.derivations?.has(attribute)
        ? derivedFactOn(on, attribute).value
        : plainValue(context, on, attribute)
    },
    related(on, name) {
      look(on)
      let ofRelation = relations.get(name)
      if (!ofRelation) {
        ofRelation = new Map()
        relations.set(name, ofRelation)
      }
      let walked = ofRelation.get(on)
      if (!walked) {
        const { ids, seen: passed } = walkRelation(context, openRelation(catalogue, name), on)
        walked = { ids, seen: passed, notedIn: 0 }
        ofRelation.set(on, walked)
      }
      if (walked.notedIn !== work) {
        walked.notedIn = work
        walked.seen.forEach(noteId)
      }
      return walked.ids
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
