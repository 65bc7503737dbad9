import { relationWords } from '@/lib/analysis/words/describe-evidence'
import { formatValue } from '@/lib/analysis/words/format-value'
import { nameAttribute } from '@/lib/analysis/words/name-element'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { Condition, Test } from '@/lib/catalogue/condition'

/** A condition in words: "Privileged is yes and Host network is no". Parts of parts stand in brackets. */
export function describeCondition(condition: Condition, catalogue: Catalogue): string {
  return words(condition, catalogue, false)
}

/**
 * What raises a threat on one type and what counters it: "Raised when Privileged is yes, unless ….".
 * A threat without `exposedWhen` is attached by hand.
 */
export function describeTarget(
  target: { exposedWhen?: Condition; counteredBy?: Condition },
  catalogue: Catalogue,
): string {
  const { exposedWhen, counteredBy } = target
  if (!exposedWhen) return 'Never raised by itself: attach it by hand where it matters.'
  if (counteredBy && isOpposite(exposedWhen, counteredBy))
    return `Raised when ${describeCondition(exposedWhen, catalogue)}, countered when it is ${formatValue(counteredBy.test)}.`
  const unless = counteredBy ? `, unless ${describeCondition(counteredBy, catalogue)}` : ''
  return `Raised when ${describeCondition(exposedWhen, catalogue)}${unless}.`
}

/** The same yes-or-no fact raises and counters: "unless" would say it twice. */
function isOpposite(
  exposedWhen: Condition,
  counteredBy: Condition,
): counteredBy is Condition & { op: 'fact'; test: boolean } {
  return (
    exposedWhen.op === 'fact' &&
    counteredBy.op === 'fact' &&
    exposedWhen.attribute === counteredBy.attribute &&
    typeof counteredBy.test === 'boolean' &&
    exposedWhen.test === !counteredBy.test
  )
}

function words(condition: Condition, catalogue: Catalogue, isInner: boolean): string {
  switch (condition.op) {
    case 'fact':
      return `${nameAttribute(condition.attribute, catalogue)} ${testWords(condition.test)}`
    case 'not':
      return `not (${words(condition.of, catalogue, false)})`
    case 'any':
    case 'all': {
      const joined = condition.of
        .map((part) => words(part, catalogue, true))
        .join(condition.op === 'any' ? ' or ' : ' and ')
      return isInner ? `(${joined})` : joined
    }
    case 'some':
    case 'every':
      return stepWords(condition, catalogue)
  }
}

function stepWords(condition: Extract<Condition, { op: 'some' | 'every' }>, catalogue: Catalogue): string {
  const label = relationWords(condition.relation, catalogue)
  if (!condition.where)
    return condition.op === 'some' ? `there is at least one of ${label}` : `for each of ${label}`
  const where = words(condition.where, catalogue, true)
  return condition.op === 'some' ? `for ${label}, ${where}` : `for each of ${label}, ${where}`
}

function testWords(test: Test): string {
  if (typeof test !== 'object') return `is ${formatValue(test)}`
  if ('in' in test) return `is ${listWords(test.in.map(formatValue), 'or')}`
  if ('notIn' in test)
    return test.notIn.length === 1
      ? `is not ${formatValue(test.notIn[0] ?? null)}`
      : `is neither ${listWords(test.notIn.map(formatValue), 'nor')}`
  if ('hasAny' in test)
    return test.hasAny.length === 1 ? `has ${test.hasAny[0]}` : `has any of ${test.hasAny.join(', ')}`
  if ('hasAll' in test) return `has ${listWords(test.hasAll, 'and')}`
  if ('isEmpty' in test) return test.isEmpty ? 'is empty' : 'is not empty'
  if ('below' in test) return `is below ${test.below}`
  return `is ${test.atLeast} or more`
}

function listWords(items: readonly string[], last: string): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`
}
