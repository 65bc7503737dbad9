import type { Context } from '@/lib/analysis/context'
import type { Condition, Test } from '@/lib/catalogue/condition'
import type { FactValue } from '@/lib/model/fact'

/** True, false, or undefined for unknown. */
export type Tri = boolean | undefined

/**
 * Evaluates a condition for an element in three values (Kleene's strong logic): what is unknown makes the whole unknown
 * only where it could still tip it.
 */
export function testCondition(context: Context, condition: Condition, id: string): Tri {
  switch (condition.op) {
    case 'fact':
      return testValue(condition.test, context.factOf(id, condition.attribute).value)
    case 'not': {
      const inner = testCondition(context, condition.of, id)
      return inner === undefined ? undefined : !inner
    }
    case 'any':
      return some(condition.of, (part) => testCondition(context, part, id))
    case 'all':
      return every(condition.of, (part) => testCondition(context, part, id))
    case 'some': {
      const ids = context.related(id, condition.relation)
      if (ids.length === 0) return isOpen(context, condition.relation, id) ? undefined : false
      const { where } = condition
      return where ? some(ids, (other) => testCondition(context, where, other)) : true
    }
    case 'every': {
      const ids = context.related(id, condition.relation)
      if (ids.length === 0) return isOpen(context, condition.relation, id) ? undefined : true
      const { where } = condition
      return where ? every(ids, (other) => testCondition(context, where, other)) : true
    }
  }
}

/** Holds a value against a test; a value of another kind than the test expects does not pass it. */
export function testValue(test: Test, value: FactValue): Tri {
  if (value === null) return undefined
  if (typeof test !== 'object') return value === test
  if ('in' in test) return test.in.some((item) => item === value)
  if ('notIn' in test) return !test.notIn.some((item) => item === value)
  if ('below' in test) return typeof value === 'number' && value < test.below
  if ('atLeast' in test) return typeof value === 'number' && value >= test.atLeast
  const list = Array.isArray(value) ? value : [String(value)]
  if ('hasAny' in test) return test.hasAny.some((item) => list.includes(item))
  if ('hasAll' in test) return test.hasAll.every((item) => list.includes(item))
  return (list.length === 0) === test.isEmpty
}

/** True while an empty relation means "nobody has drawn it yet" rather than "there is none". */
function isOpen(context: Context, relation: string, id: string): boolean {
  const definition = context.catalogue.relations.get(relation)
  if (definition?.whenNone !== 'unknown') return false
  return definition.closedBy === undefined || context.factOf(id, definition.closedBy).value !== true
}

function some<T>(items: readonly T[], test: (item: T) => Tri): Tri {
  let result: Tri = false
  for (const item of items) {
    const one = test(item)
    if (one === true) return true
    if (one === undefined) result = undefined
  }
  return result
}

function every<T>(items: readonly T[], test: (item: T) => Tri): Tri {
  let result: Tri = true
  for (const item of items) {
    const one = test(item)
    if (one === false) return false
    if (one === undefined) result = undefined
  }
  return result
}
