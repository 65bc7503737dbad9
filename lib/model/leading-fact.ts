import type { Fact, FactSlot, FactValue, Origin } from '@/lib/model/fact'

/** The slot that this fact fills. */
export function slotOf(fact: Fact): FactSlot {
  return fact.origin === 'scan' ? `scan:${fact.source.tool}` : fact.origin
}

const precedence: Record<Origin, number> = { person: 3, scan: 2, import: 1, default: 0 }

/** The fact that counts: person before scan before import; among scans the first in slot order. Undefined when there is none. */
export function leadingFact(facts: readonly Fact[] | undefined): Fact | undefined {
  if (!facts || facts.length === 1) return facts?.[0]
  let leading: Fact | undefined
  for (const fact of facts) {
    if (!leading || precedence[fact.origin] > precedence[leading.origin]) leading = fact
  }
  return leading
}

/** Equal values; lists are equal as sets, because order in a file carries no meaning for an attribute. */
export function sameValue(a: FactValue, b: FactValue): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item) => b.includes(item))
  }
  return a === b
}

/** True when two facts of one attribute disagree, so that the conflict is shown. */
export function hasConflict(facts: readonly Fact[] | undefined): boolean {
  if (!facts || facts.length < 2) return false
  const known = facts.filter((fact) => fact.value !== null)
  const [first] = known
  return first !== undefined && known.some((fact) => !sameValue(fact.value, first.value))
}
