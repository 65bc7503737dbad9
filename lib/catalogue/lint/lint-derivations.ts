import type { Condition } from '@/lib/catalogue/condition'
import { valueMisfit } from '@/lib/catalogue/lint/fits-attribute'
import { lintCondition } from '@/lib/catalogue/lint/lint-condition'
import { hasAttribute, type PackIndex } from '@/lib/catalogue/lint/pack-index'

/** Derivations of attributes that are not there, with values that do not fit, or that lead back to themselves. */
export function lintDerivations(index: PackIndex): string[] {
  return [
    ...index.pack.derivations.flatMap(({ id, types, attribute, value, when }) => {
      const known = index.attributes.get(attribute)
      const misfit = known && valueMisfit(known, value)
      return [
        ...(known ? [] : [`The derivation ${id} derives an unknown attribute, ${attribute}.`]),
        ...(misfit ? [`The value of the derivation ${id} does not fit ${attribute}: ${misfit}.`] : []),
        ...types
          .filter((type) => !hasAttribute(index, type, attribute))
          .map((type) => `The derivation ${id} derives ${attribute}, which ${type} does not have.`),
        ...lintCondition(index, when, types).map((problem) => `The derivation ${id} ${problem}.`),
      ]
    }),
    ...cycles(index).map(
      (path) => `Derivations lead round in a circle and settle nothing: ${path.join(' needs ')}.`,
    ),
  ]
}

/** Circles among derived attributes, each once, as `type.attribute` in order, the first again at the end. */
function cycles(index: PackIndex): string[][] {
  const needs = new Map<string, Set<string>>()
  for (const { types, attribute, when } of index.pack.derivations) {
    for (const type of types) {
      const key = `${type}.${attribute}`
      const reads = needs.get(key) ?? new Set()
      collectReads(index, when, [type], reads)
      needs.set(key, reads)
    }
  }
  const found: string[][] = []
  const done = new Set<string>()
  const visit = (key: string, path: string[]): void => {
    const start = path.indexOf(key)
    if (start >= 0) {
      found.push([...path.slice(start), key])
      return
    }
    if (done.has(key)) return
    for (const next of needs.get(key) ?? []) visit(next, [...path, key])
    done.add(key)
  }
  for (const key of needs.keys()) visit(key, [])
  return found
}

function collectReads(
  index: PackIndex,
  condition: Condition,
  types: readonly string[],
  into: Set<string>,
): void {
  switch (condition.op) {
    case 'any':
    case 'all':
      for (const part of condition.of) collectReads(index, part, types, into)
      return
    case 'not':
      collectReads(index, condition.of, types, into)
      return
    case 'fact':
      for (const type of types) into.add(`${type}.${condition.attribute}`)
      return
    default:
      if (condition.where)
        collectReads(index, condition.where, index.relations.get(condition.relation)?.to ?? [], into)
  }
}
