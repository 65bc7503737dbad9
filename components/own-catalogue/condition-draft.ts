import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { Condition, ConditionSource, Test } from '@/lib/catalogue/condition'
import type { Attribute, Relation } from '@/lib/catalogue/entries'

// A condition while it is built is kept in its normal form; saved it is written as in YAML.

/** A condition as it is written. A group without parts is left out; undefined when nothing is left. */
export function toSource(condition: Condition): ConditionSource | undefined {
  switch (condition.op) {
    case 'fact':
      return { [condition.attribute]: condition.test }
    case 'not': {
      const inner = toSource(condition.of)
      return inner && { not: inner }
    }
    case 'any':
    case 'all': {
      const parts = condition.of.map(toSource).filter((part) => part !== undefined)
      const [only] = parts
      if (parts.length < 2) return only
      return condition.op === 'any' ? { any: parts } : { all: parts }
    }
    default: {
      const where = condition.where && toSource(condition.where)
      if (condition.op === 'some')
        return where ? { some: condition.relation, where } : { some: condition.relation }
      return where && { every: condition.relation, where }
    }
  }
}

/** A condition as a group, so that parts can be added to it. */
export function asGroup(condition: Condition | undefined): Extract<Condition, { op: 'any' | 'all' }> {
  if (!condition) return { op: 'all', of: [] }
  return condition.op === 'any' || condition.op === 'all' ? condition : { op: 'all', of: [condition] }
}

/** The attributes that all of these types have, by group and label. */
export function sharedAttributes(catalogue: Catalogue, types: readonly string[]): Attribute[] {
  const [first, ...others] = types
  const uses = first === undefined ? {} : (catalogue.usesOf(first) ?? {})
  return Object.keys(uses)
    .filter((id) => others.every((type) => Object.hasOwn(catalogue.usesOf(type) ?? {}, id)))
    .flatMap((id) => catalogue.attributes.get(id) ?? [])
    .sort((a, b) => a.group.localeCompare(b.group) || a.label.localeCompare(b.label))
}

/** The relations that start at all of these types. */
export function sharedRelations(catalogue: Catalogue, types: readonly string[]): Relation[] {
  if (types.length === 0) return []
  return catalogue.pack.relations
    .filter((relation) => types.every((type) => relation.of.includes(type)))
    .sort((a, b) => a.label.localeCompare(b.label))
}

/** The test that one begins with. */
export function firstTest(attribute: Attribute): Test {
  switch (attribute.type) {
    case 'boolean':
      return true
    case 'enum':
      return { in: attribute.values?.slice(0, 1) ?? [''] }
    case 'number':
      return { atLeast: 1 }
    case 'list':
      return { isEmpty: false }
    default:
      return { in: ['none'] }
  }
}
