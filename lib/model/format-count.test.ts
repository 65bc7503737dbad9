import { expect, it } from 'vitest'
import { countOf, formatCount } from '@/lib/model/format-count'

it('groups the digits of a thousand and more', () => {
  expect([0, 7, 999, 1000, 1_234_567].map(formatCount)).toEqual(['0', '7', '999', '1,000', '1,234,567'])
})

it('says what is counted in one or many', () => {
  expect(countOf(1, 'component')).toBe('1 component')
  expect(countOf(0, 'component')).toBe('0 components')
  expect(countOf(1240, 'entry', 'entries')).toBe('1,240 entries')
})
