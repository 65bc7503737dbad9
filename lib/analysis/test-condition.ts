import type { Context } from '@/lib/analysis/context'
import type { Condition } from '@/lib/catalogue/condition'
import { type Tri, testValue } from '@/lib/catalogue/test-value'

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
    case 'all':
      return combine(context, condition, id)
    case 'some':
    case 'every':
      return step(context, condition, id)
  }
}

// Plain loops here and below: this runs a hundred thousand times for a model of a thousand components.

function combine(context: Context, condition: Extract<Condition, { op: 'any' | 'all' }>, id: string): Tri {
  const decisive = condition.op === 'any'
  let result: Tri = !decisive
  for (const part of condition.of) {
    const truth = testCondition(context, part, id)
    if (truth === decisive) return truth
    if (truth === undefined) result = undefined
  }
  return result
}

function step(context: Context, condition: Extract<Condition, { op: 'some' | 'every' }>, id: string): Tri {
  const decisive = condition.op === 'some'
  const ids = context.related(id, condition.relation)
  if (ids.length === 0) return isOpen(context, condition.relation, id) ? undefined : !decisive
  const { where } = condition
  if (!where) return true
  let result: Tri = !decisive
  for (const other of ids) {
    const truth = testCondition(context, where, other)
    if (truth === decisive) return truth
    if (truth === undefined) result = undefined
  }
  return result
}

/** True while an empty relation means "nobody has drawn it yet" rather than "there is none". */
function isOpen(context: Context, relation: string, id: string): boolean {
  const definition = context.catalogue.relations.get(relation)
  if (definition?.whenNone !== 'unknown') return false
  return definition.closedBy === undefined || context.valueOf(id, definition.closedBy) !== true
}
