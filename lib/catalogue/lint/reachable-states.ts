import type { Condition, Test } from '@/lib/catalogue/condition'
import type { Attribute } from '@/lib/catalogue/entries'
import type { PackIndex } from '@/lib/catalogue/lint/pack-index'
import type { CompiledTarget } from '@/lib/catalogue/pack'
import { allHold, someHold, type Tri, testValue } from '@/lib/catalogue/test-value'
import type { FactValue } from '@/lib/model/fact'

export type State = 'raised' | 'possible' | 'countered' | 'silent'

/** Beyond this many worlds a target is not tried out; a catalogue's own targets stay far below. */
const MAX_WORLDS = 50_000

/** Stand for any value that no test names. */
const OTHER = '…'
const OTHER_NUMBER = 987_654_321

/**
 * The states that a target can be in, found by trying every world that its conditions can tell apart: each attribute
 * with each value that a test names, another one and unknown, each relation leading somewhere, nowhere or not known yet.
 * Undefined when there are too many worlds to try.
 */
export function reachableStates(index: PackIndex, target: CompiledTarget): ReadonlySet<State> | undefined {
  const { exposedWhen, counteredBy } = target
  const states = new Set<State>()
  if (!exposedWhen) return states
  const { count, worlds } = worldsOf(index, target)
  if (count > MAX_WORLDS || (index.worlds && count > index.worlds.left)) return undefined
  if (index.worlds) index.worlds.left -= count
  for (const world of worlds) {
    states.add(stateIn(world, exposedWhen, counteredBy))
    if (states.size === 4) break
  }
  return states
}

/** Every world that a target's conditions can tell apart, and how many those are; made one by one. */
export function worldsOf(
  index: PackIndex,
  { exposedWhen, counteredBy }: CompiledTarget,
): { count: number; worlds: Iterable<World> } {
  const choices = new Map<string, World[string][]>()
  for (const condition of [exposedWhen, counteredBy]) if (condition) collect(index, condition, '', choices)
  const keys = [...choices.keys()]
  const counts = keys.map((key) => choices.get(key)?.length ?? 1)
  const count = counts.reduce((product, each) => product * each, 1)
  function* worlds(): Generator<World> {
    for (let number = 0; number < count; number += 1) {
      const world: World = {}
      let rest = number
      keys.forEach((key, at) => {
        const own = counts[at] ?? 1
        world[key] = choices.get(key)?.[rest % own] ?? null
        rest = Math.floor(rest / own)
      })
      yield world
    }
  }
  return { count, worlds: worlds() }
}

/** Values of attributes by `>relation.attribute`, and per relation by `>relation` whether it leads to an element ("some"), to none, or nobody knows (null). */
export type World = Record<string, FactValue>

function stateIn(world: World, exposedWhen: Condition, counteredBy: Condition | undefined): State {
  const countered = counteredBy ? holds(world, counteredBy, '') : false
  if (countered === true) return 'countered'
  const exposed = holds(world, exposedWhen, '')
  if (exposed === false) return 'silent'
  return exposed === true && countered === false ? 'raised' : 'possible'
}

function holds(world: World, condition: Condition, at: string): Tri {
  switch (condition.op) {
    case 'any':
      return someHold(condition.of, (part) => holds(world, part, at))
    case 'all':
      return allHold(condition.of, (part) => holds(world, part, at))
    case 'not': {
      const inner = holds(world, condition.of, at)
      return inner === undefined ? undefined : !inner
    }
    case 'fact':
      return testValue(condition.test, world[`${at}.${condition.attribute}`] ?? null)
    default: {
      const step = `${at}>${condition.relation}`
      if (world[step] === null) return undefined
      if (world[step] === 'none') return condition.op === 'every'
      return condition.where ? holds(world, condition.where, step) : true
    }
  }
}

function collect(index: PackIndex, condition: Condition, at: string, into: Map<string, FactValue[]>): void {
  switch (condition.op) {
    case 'any':
    case 'all':
      for (const part of condition.of) collect(index, part, at, into)
      return
    case 'not':
      collect(index, condition.of, at, into)
      return
    case 'fact': {
      const key = `${at}.${condition.attribute}`
      const values = [
        ...(into.get(key) ?? []),
        ...candidates(index.attributes.get(condition.attribute), condition.test),
      ]
      into.set(key, distinct(values))
      return
    }
    default: {
      const step = `${at}>${condition.relation}`
      const relation = index.relations.get(condition.relation)
      const open = relation?.whenNone === 'unknown'
      const canBeNone = !open || relation?.closedBy !== undefined
      into.set(step, ['some', ...(canBeNone ? ['none'] : []), ...(open ? [null] : [])])
      if (condition.where) collect(index, condition.where, step, into)
    }
  }
}

function candidates(attribute: Attribute | undefined, test: Test): FactValue[] {
  if (attribute?.type === 'boolean') return [true, false, null]
  if (attribute?.type === 'enum') return [...(attribute.values ?? []), null]
  if (attribute?.type === 'list') return [[], [OTHER], ...listsOf(test), null]
  return [...scalarsOf(test), attribute?.type === 'number' ? OTHER_NUMBER : OTHER, null]
}

function listsOf(test: Test): string[][] {
  if (typeof test !== 'object') return []
  if ('hasAny' in test) return test.hasAny.slice(0, 1).map((item) => [item])
  return 'hasAll' in test ? [test.hasAll] : []
}

function scalarsOf(test: Test): (boolean | number | string)[] {
  if (typeof test !== 'object') return [test]
  if ('in' in test) return test.in
  if ('notIn' in test) return test.notIn
  if ('below' in test) return [test.below - 1, test.below]
  return 'atLeast' in test ? [test.atLeast - 1, test.atLeast] : []
}

function distinct(values: readonly FactValue[]): FactValue[] {
  const seen = new Map(values.map((value) => [JSON.stringify(value), value]))
  return [...seen.values()]
}
