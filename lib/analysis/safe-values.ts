import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { Condition, Test } from '@/lib/catalogue/condition'
import type { Attribute } from '@/lib/catalogue/entries'
import type { FactValue } from '@/lib/model/fact'

/** For each value, as JSON, how many conditions it speaks well of less how many it speaks ill of. */
type Votes = Map<string, number>

const known = new WeakMap<Catalogue, ReadonlyMap<string, FactValue>>()

/**
 * The value of each attribute that speaks against threats wherever a condition reads it: what a system has where
 * everything is as it should be. Attributes whose best value also speaks for some threat have none.
 */
export function safeValues(catalogue: Catalogue): ReadonlyMap<string, FactValue> {
  const before = known.get(catalogue)
  if (before) return before
  const votes = new Map<string, Votes>()
  const ill = new Map<string, Set<string>>()
  for (const threat of catalogue.pack.threats) {
    for (const { exposedWhen, counteredBy } of threat.targets) {
      if (exposedWhen) vote(catalogue, exposedWhen, -1, votes, ill)
      if (counteredBy) vote(catalogue, counteredBy, 1, votes, ill)
    }
  }
  // One answer that fills many facts as they should be speaks well too.
  for (const { fills, when } of catalogue.pack.derivations) if (fills) vote(catalogue, when, 1, votes, ill)
  const safe = new Map<string, FactValue>()
  for (const [attribute, of] of votes) {
    const [best] = [...of].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    if (best && best[1] > 0 && !ill.get(attribute)?.has(best[0]))
      safe.set(attribute, JSON.parse(best[0]) as FactValue)
  }
  known.set(catalogue, safe)
  return safe
}

function vote(
  catalogue: Catalogue,
  condition: Condition,
  sign: 1 | -1,
  votes: Map<string, Votes>,
  ill: Map<string, Set<string>>,
): void {
  switch (condition.op) {
    case 'not':
      vote(catalogue, condition.of, sign === 1 ? -1 : 1, votes, ill)
      return
    case 'any':
    case 'all':
      for (const part of condition.of) vote(catalogue, part, sign, votes, ill)
      return
    case 'fact': {
      const attribute = catalogue.attributes.get(condition.attribute)
      if (!attribute) return
      const of = votes.get(attribute.id) ?? new Map<string, number>()
      votes.set(attribute.id, of)
      const { passing, failing } = split(attribute, condition.test)
      for (const value of sign === 1 ? passing : failing) of.set(value, (of.get(value) ?? 0) + 1)
      const bad = ill.get(attribute.id) ?? new Set<string>()
      ill.set(attribute.id, bad)
      for (const value of sign === 1 ? failing : passing) {
        of.set(value, (of.get(value) ?? 0) - 1)
        // A control that is missing is no weakness yet; a value that exposes is.
        if (sign === -1) bad.add(value)
      }
      return
    }
    default:
      if (condition.where) vote(catalogue, condition.where, sign, votes, ill)
  }
}

/** The values of an attribute that pass a test and those that do not; only where they can be counted. */
function split(attribute: Attribute, test: Test): { passing: string[]; failing: string[] } {
  const all: FactValue[] =
    attribute.type === 'boolean' ? [true, false] : attribute.type === 'enum' ? (attribute.values ?? []) : []
  const passes = (value: FactValue) => {
    if (typeof test !== 'object') return value === test
    if ('in' in test) return test.in.some((item) => item === value)
    return 'notIn' in test && !test.notIn.some((item) => item === value)
  }
  return {
    passing: all.filter(passes).map((value) => JSON.stringify(value)),
    failing: all.filter((value) => !passes(value)).map((value) => JSON.stringify(value)),
  }
}
