import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Filters,
  matches,
  noFilters,
  parseFilters,
  toggleValue,
  writeFilters,
} from '@/components/threats/threat-filters'
import type { ThreatRow } from '@/lib/analysis/verdict'

const filters: fc.Arbitrary<Filters> = fc.record({
  q: fc.string(),
  severity: fc.subarray(['critical', 'high', 'low']),
  state: fc.subarray(['raised', 'possible']),
  status: fc.subarray(['open', 'review-again', 'not-applicable', 'none-needed']),
  letter: fc.subarray(['S', 'D', 'E']),
  type: fc.uniqueArray(fc.constantFrom('container', 'flow-http')),
  on: fc.uniqueArray(fc.constantFrom('a', 'compose/shop/web,1', '100%', 'å%2C')),
  group: fc.constantFrom('threat', 'component', 'letter'),
})

test('a URL keeps every filter', () => {
  fc.assert(
    fc.property(filters, (before) => {
      expect(parseFilters(new URLSearchParams(writeFilters(before)))).toEqual(before)
    }),
  )
})

test('nothing chosen is nothing in the URL', () => {
  expect(writeFilters(noFilters)).toBe('')
})

test('what a URL says that nobody knows is passed over', () => {
  const params = new URLSearchParams('severity=huge,high&group=moon&state=__proto__&letter=s')
  expect(parseFilters(params)).toEqual({ ...noFilters, severity: ['high'] })
})

test('a value is put on and taken off', () => {
  const on = toggleValue(noFilters, 'severity', 'high')
  expect(on.severity).toEqual(['high'])
  expect(toggleValue(on, 'severity', 'high')).toEqual(noFilters)
})

describe('matches', () => {
  const row = {
    title: 'Engine socket',
    threatId: 'D-E-01',
    elementId: 'a',
    severity: 'high',
    state: 'raised',
    status: 'open',
    isOpen: true,
    stride: ['E', 'T'],
  } as unknown as ThreatRow
  const element = { name: 'traefik', type: 'container', typeLabel: 'Container' }
  const passes = (extra: Partial<Filters>) => matches(row, { ...noFilters, ...extra }, element)

  test('every facet has to fit, one of its values is enough', () => {
    expect(passes({ severity: ['low', 'high'], letter: ['T'] })).toBe(true)
    expect(passes({ severity: ['high'], letter: ['S'] })).toBe(false)
    expect(passes({ on: ['b'] })).toBe(false)
  })

  test('still to decide is what waits for a person: raised or possible and undecided, not what evidence counters', () => {
    const isShown = (extra: Partial<ThreatRow>, status: Filters['status']) =>
      matches({ ...row, ...extra }, { ...noFilters, status }, element)
    const countered = { state: 'countered', isOpen: false } as const
    expect(isShown({ isOpen: true }, ['open'])).toBe(true)
    expect(isShown({ state: 'possible', isOpen: true }, ['open'])).toBe(true)
    expect(isShown(countered, ['open'])).toBe(false)
    expect(isShown(countered, ['none-needed'])).toBe(true)
    expect(isShown({ status: 'accepted', isOpen: false }, ['open', 'none-needed'])).toBe(false)
  })

  test('every typed word has to occur, in the title, the id or the component', () => {
    expect(passes({ q: 'socket TRAEFIK' })).toBe(true)
    expect(passes({ q: 'd-e-01 container' })).toBe(true)
    expect(passes({ q: 'socket nginx' })).toBe(false)
  })
})
