import type { ResolvedFact } from '@/lib/analysis/verdict'
import type { Catalogue } from '@/lib/catalogue/catalogue'

export type FactGroup = { group: string; facts: readonly ResolvedFact[]; unknown: number; isTelling: boolean }

const NO_GROUP = 'Other'

/**
 * Facts by the catalogue's groups, in its order. In a group: what somebody or some file said first, then what is unknown,
 * then defaults. `isTelling`: more than defaults and unknowns.
 */
export function groupFacts(facts: readonly ResolvedFact[], catalogue: Catalogue): FactGroup[] {
  const groups = new Map<string, ResolvedFact[]>()
  for (const fact of facts) {
    const group = catalogue.attributes.get(fact.attribute)?.group ?? NO_GROUP
    const list = groups.get(group)
    if (list) list.push(fact)
    else groups.set(group, [fact])
  }
  const labelOf = (fact: ResolvedFact) => catalogue.attributes.get(fact.attribute)?.label ?? fact.attribute
  return [...groups]
    .map(([group, list]) => ({
      group,
      facts: list.toSorted((a, b) => rank(a) - rank(b) || labelOf(a).localeCompare(labelOf(b))),
      unknown: list.filter((fact) => fact.value === null).length,
      isTelling: list.some((fact) => rank(fact) === 0),
    }))
    .sort((a, b) => Number(b.isTelling) - Number(a.isTelling) || a.group.localeCompare(b.group))
}

function rank(fact: ResolvedFact): number {
  if (fact.conflict || (fact.value !== null && fact.origin !== 'default')) return 0
  return fact.value === null ? 1 : 2
}
