import type { Test } from '@/lib/catalogue/condition'
import type { FactValue } from '@/lib/model/fact'

/** True, false, or undefined for unknown. */
export type Tri = boolean | undefined

/** Holds a value against a test; a value of another kind than the test expects does not pass it. */
export function testValue(test: Test, value: FactValue): Tri {
  if (value === null) return undefined
  if (typeof test !== 'object') return value === test
  if ('in' in test) return (test.in as readonly FactValue[]).includes(value)
  if ('notIn' in test) return !(test.notIn as readonly FactValue[]).includes(value)
  if ('below' in test) return typeof value === 'number' && value < test.below
  if ('atLeast' in test) return typeof value === 'number' && value >= test.atLeast
  const list = Array.isArray(value) ? value : [String(value)]
  if ('hasAny' in test) return test.hasAny.some((item) => list.includes(item))
  if ('hasAll' in test) return test.hasAll.every((item) => list.includes(item))
  return (list.length === 0) === test.isEmpty
}

/** Kleene's "or": true as soon as one is true, unknown where one still could be. */
export function someHold<T>(items: readonly T[], test: (item: T) => Tri): Tri {
  let result: Tri = false
  for (const item of items) {
    const one = test(item)
    if (one === true) return true
    if (one === undefined) result = undefined
  }
  return result
}

/** Kleene's "and": false as soon as one is false, unknown where one still could be. */
export function allHold<T>(items: readonly T[], test: (item: T) => Tri): Tri {
  let result: Tri = true
  for (const item of items) {
    const one = test(item)
    if (one === false) return false
    if (one === undefined) result = undefined
  }
  return result
}
