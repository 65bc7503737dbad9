import type { CarriedOver, Context, Dependents } from '@/lib/analysis/context'
import { indexGraph } from '@/lib/analysis/graph'
import { openRelation, walkRelation } from '@/lib/analysis/relations'
import { deriveFact, plainFact, plainValue } from '@/lib/analysis/resolve-fact'
import { type FactsOfElement, type Memo, openSubject, type Subject } from '@/lib/analysis/subject'
import type { ResolvedFact } from '@/lib/analysis/verdict'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { ThreatModel } from '@/lib/model/threat-model'

/** A fact that is being worked out. */
const unsettled: ResolvedFact = { attribute: '', value: null, origin: 'unknown', asks: [] }

/** Opens a context. Facts of elements that did not change can be carried over from an earlier one. */
export function openContext(model: ThreatModel, catalogue: Catalogue, carried: CarriedOver = {}): Context {
  const { graph = indexGraph(model), facts = new Map(), dependents = new Map() } = carried
  const subjects = new Map<string, Subject>()
  // The element being worked on, and the others looked at meanwhile; most facts look at none, so no set is made for
  // them. Each piece of work has a number: what it noted once it need not note again.
  let owner: Subject | undefined
  let seen: string[] | undefined
  let work = 0
  let works = 0

  const subject = (id: string): Subject => {
    let known = subjects.get(id)
    if (!known) {
      known = openSubject(model, catalogue, id, facts.get(id))
      subjects.set(id, known)
    }
    return known
  }

  // Carried-over facts are shared with the context they came from, which may still be read; so copy before writing.
  const ownFacts = (on: Subject): FactsOfElement => {
    if (on.facts && on.ownsFacts) return on.facts
    const own: FactsOfElement = new Map(on.facts)
    facts.set(on.id, own)
    on.facts = own
    on.ownsFacts = true
    return own
  }

  const look = (at: Subject) => {
    if (at === owner || !owner || at.notedIn === work) return
    at.notedIn = work
    if (seen) seen.push(at.id)
    else seen = [at.id]
  }

  const noteIds = (ids: readonly string[]) => {
    for (let index = 0; index < ids.length; index++) look(subject(ids[index] as string))
  }

  const workingOn = <T>(on: Subject, task: () => T): T => {
    const outerOwner = owner
    const outerSeen = seen
    const outerWork = work
    owner = on
    seen = undefined
    work = ++works
    const result = task()
    const looked = seen as readonly string[] | undefined
    owner = outerOwner
    seen = outerSeen
    work = outerWork
    if (looked) {
      noteDependents(dependents, on.id, looked)
      noteIds(looked)
    }
    return result
  }

  const derivedFactOn = (on: Subject, attribute: string): ResolvedFact => {
    const known = on.facts?.get(attribute)
    if (known) {
      if (known.seen) noteIds(known.seen)
      return known.fact
    }
    const own = ownFacts(on)
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
    stepsLeft: undefined,
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
      let walked = on.walked?.get(name)
      if (!walked) {
        const { ids, seen: passed } = walkRelation(context, openRelation(catalogue, name), on)
        walked = { ids, seen: passed, notedIn: 0 }
        on.walked ??= new Map()
        on.walked.set(name, walked)
      }
      if (walked.notedIn !== work) {
        walked.notedIn = work
        noteIds(walked.seen)
      }
      return walked.ids
    },
  }
  return context
}

// A dependency that no longer holds only costs one needless look, never a wrong result; so none is ever removed.
function noteDependents(dependents: Dependents, id: string, seen: readonly string[]): void {
  for (const other of seen) {
    const known = dependents.get(other)
    if (known) known.add(id)
    else dependents.set(other, new Set([id]))
  }
}
