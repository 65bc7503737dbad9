import { availableParallelism } from 'node:os'
import pLimit, { type LimitFunction } from 'p-limit'

// On globalThis, because a bundler may give routes a copy each of this module.
const holder = globalThis as typeof globalThis & { bulkheadTurns?: LimitFunction }

/** As many threads work at once; a course that hands in together must not start forty. */
const AT_ONCE = Math.max(2, availableParallelism())

/** Does a task when its turn comes: beyond one for each processor they wait in line, and their time counts from their turn. */
export function inTurn<Answer>(task: () => Promise<Answer>): Promise<Answer> {
  holder.bulkheadTurns ??= pLimit(AT_ONCE)
  return holder.bulkheadTurns(task)
}
