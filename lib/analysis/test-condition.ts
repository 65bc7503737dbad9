import type { Context } from '@/lib/analysis/context'
import type { Subject } from '@/lib/analysis/subject'
import type { Condition } from '@/lib/catalogue/condition'
import { type Tri, testValue } from '@/lib/catalogue/test-value'

export type { Tri }

/**
 * Evaluates a condition for an element in three values (Kleene's strong logic): what is unknown makes the whole unknown
 * only where it could still tip it.
 */
export function testCondition(context: Context, condition: Condition, on: Subject): Tri {
  switch (condition.op) {
    case 'fact':
      return testValue(condition.test, context.valueOn(on, condition.attribute))
    case 'not': {
      const inner = testCondition(context, condition.of, on)
      return inner === undefined ? undefined : !inner
    }
    case 'any':
    case 'all':
      return combine(context, condition, on)
    case 'some':
    case 'every':
      return step(context, condition, on)
  }
}

// Counting loops here and wherever conditions are read: this runs a hundred thousand times for a model of a thousand
// components, and iterators would be most of what the collector has to clear away.

function combine(context: Context, condition: Extract<Condition, { op: 'any' | 'all' }>, on: Subject): Tri {
  const decisive = condition.op === 'any'
  let result: Tri = !decisive
  const parts = condition.of
  for (let index = 0; index < parts.length; index++) {
    const truth = testCondition(context, parts[index] as Condition, on)
    if (truth === decisive) return truth
    if (truth === undefined) result = undefined
  }
  return result
}

function step(context: Context, condition: Extract<Condition, { op: 'some' | 'every' }>, on: Subject): Tri {
  const decisive = condition.op === 'some'
  const ids = context.related(on, condition.relation)
  if (ids.length === 0) return isOpen(context, condition.relation, on) ? undefined : !decisive
  const { where } = condition
  if (!where) return true
  let result: Tri = !decisive
  for (let index = 0; index < ids.length; index++) {
    // Where looking costs too much, what was not looked at is unknown.
    if (isSpent(context)) return undefined
    const truth = testCondition(context, where, context.subject(ids[index] as string))
    if (truth === decisive) return truth
    if (truth === undefined) result = undefined
  }
  return result
}

/** Takes one step from what a verdict may cost; true when nothing is left of it. */
export function isSpent(context: Context): boolean {
  return context.stepsLeft !== undefined && --context.stepsLeft < 0
}

/** True while an empty relation means "nobody has drawn it yet" rather than "there is none". */
function isOpen(context: Context, relation: string, on: Subject): boolean {
  const definition = context.catalogue.relations.get(relation)
  if (definition?.whenNone !== 'unknown') return false
  return definition.closedBy === undefined || context.valueOn(on, definition.closedBy) !== true
}
