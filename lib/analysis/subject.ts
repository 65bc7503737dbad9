import type { FactEvidence, ResolvedFact } from '@/lib/analysis/verdict'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { AttributeUse } from '@/lib/catalogue/entries'
import type { CompiledDerivation } from '@/lib/catalogue/pack'
import { elementOf } from '@/lib/model/element-of'
import type { Component, Flow } from '@/lib/model/elements'
import type { ThreatModel } from '@/lib/model/threat-model'

/** A derived fact is worked out once: it may rest on other elements, named in `seen`. */
export type Memo = { fact: ResolvedFact; seen: readonly string[] | undefined }

/** The derived facts of one element that were worked out. */
export type FactsOfElement = Map<string, Memo>

/** Where a relation leads: the ids in their order, and all that were looked at on the way. */
export type Walked = { ids: readonly string[]; seen: readonly string[] }

/** One element as conditions read it: everything about it by one look-up, and what was worked out about it so far. */
export type Subject = {
  readonly id: string
  /** Undefined for an id that the model lacks. */
  readonly element: Component | Flow | undefined
  readonly uses: Readonly<Record<string, AttributeUse>> | undefined
  /** The attribute that closes the defaults of its type. */
  readonly closedBy: string | null | undefined
  readonly derivations: ReadonlyMap<string, readonly CompiledDerivation[]> | undefined
  /** The last piece of work that noted a look at it, so that a second look costs a comparison. */
  notedIn: number
  /** Whether its defaults count; undefined until somebody asked. */
  isClosed: boolean | undefined
  /** Its facts, carried over from an earlier look; shared with it until `ownsFacts`. */
  facts: FactsOfElement | undefined
  ownsFacts: boolean
  /** Where its relations lead, by their names. */
  walked: Map<string, Walked & { notedIn: number }> | undefined
  /** Its facts as evidence, which many threats share. */
  evidence: Map<string, FactEvidence> | undefined
}

/** Finds an element and what the catalogue says of its type. */
export function openSubject(
  model: ThreatModel,
  catalogue: Catalogue,
  id: string,
  facts: FactsOfElement | undefined,
): Subject {
  const element = elementOf(model, id)
  const type = element?.type
  return {
    id,
    element,
    uses: type === undefined ? undefined : catalogue.usesOf(type),
    closedBy: type === undefined ? undefined : catalogue.componentTypes.get(type)?.closedBy,
    derivations: type === undefined ? undefined : catalogue.derivationsOn(type),
    notedIn: 0,
    isClosed: undefined,
    facts,
    ownsFacts: false,
    walked: undefined,
    evidence: undefined,
  }
}
