import { type Condition, conditionNodes } from '@/lib/catalogue/condition'
import type { Relation } from '@/lib/catalogue/entries'

/** Own conditions are smaller than the catalogue's may be: a person has to see through them. */
export const MAX_OWN_NODES = 60
/** How many relations may follow one another. */
export const MAX_STEPS = 3

/** Relations that can lead to a large part of a model at once. Two of them in a row cost the square of its size. */
const wide: ReadonlySet<Relation['via']> = new Set(['children', 'members', 'upstream'])

/** Why a condition would cost too much to look at, as half a sentence; undefined when it is bounded well. */
export function conditionCost(condition: Condition, relations: readonly Relation[]): string | undefined {
  let nodes = 0
  for (const _ of conditionNodes(condition)) nodes += 1
  if (nodes > MAX_OWN_NODES) return `has a condition of ${nodes} parts; ${MAX_OWN_NODES} are allowed`
  const isWide = new Map(relations.map(({ id, via }) => [id, wide.has(via)]))
  const { steps, wides } = longest(condition, isWide)
  if (steps > MAX_STEPS) return `follows ${steps} relations in a row; ${MAX_STEPS} are allowed`
  if (wides > 1) return 'follows two relations in a row that each lead to many components; one is allowed'
  return undefined
}

/** The most steps, and the most wide ones, on any way through the condition. */
function longest(
  condition: Condition,
  isWide: ReadonlyMap<string, boolean>,
): { steps: number; wides: number } {
  switch (condition.op) {
    case 'fact':
      return { steps: 0, wides: 0 }
    case 'not':
      return longest(condition.of, isWide)
    case 'any':
    case 'all': {
      const parts = condition.of.map((part) => longest(part, isWide))
      return {
        steps: Math.max(0, ...parts.map(({ steps }) => steps)),
        wides: Math.max(0, ...parts.map(({ wides }) => wides)),
      }
    }
    default: {
      const inner = condition.where ? longest(condition.where, isWide) : { steps: 0, wides: 0 }
      return {
        steps: inner.steps + 1,
        wides: inner.wides + (isWide.get(condition.relation) ? 1 : 0),
      }
    }
  }
}
