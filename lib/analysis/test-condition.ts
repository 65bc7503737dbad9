import type { Context } from '@/lib/analysis/context'
import type { Condition } from '@/lib/catalogue/condition'
import { allHold, someHold, type Tri, testValue } from '@/lib/catalogue/test-value'

export type { Tri }

/**
 * Evaluates a condition for an element in three values (Kleene's strong logic): what is unknown makes the whole unknown
 * only where it could still tip it.
 */
export function testCondition(context: Context, condition: Condition, id: string): Tri {
  switch (condition.op) {
    case 'fact':
      return testValue(condition.test, context.valueOf(id, condition.attribute))
    case 'not': {
      const inner = testCondition(context, condition.of, id)
      return inner === undefined ? undefined : !inner
    }
    case 'any':
      return someHold(condition.of, (part) => testCondition(context, part, id))
    case 'all':
      return allHold(condition.of, (part) => testCondition(context, part, id))
    case 'some': {
      const ids = context.related(id, condition.relation)
      if (ids.length === 0) return isOpen(context, condition.relation, id) ? undefined : false
      const { where } = condition
      return where ? someHold(ids, (other) => testCondition(context, where, other)) : true
    }
    case 'every': {
      const ids = context.related(id, condition.relation)
      if (ids.length === 0) return isOpen(context, condition.relation, id) ? undefined : true
      const { where } = condition
      return where ? allHold(ids, (other) => testCondition(context, where, other)) : true
    }
  }
}

/** True while an empty relation means "nobody has drawn it yet" rather than "there is none". */
function isOpen(context: Context, relation: string, id: string): boolean {
  const definition = context.catalogue.relations.get(relation)
  if (definition?.whenNone !== 'unknown') return false
  return definition.closedBy === undefined || context.valueOf(id, definition.closedBy) !== true
}
