import { describe, expect, it } from 'vitest'
import { isCommandBody } from '@/lib/services/edges/check-command-body'

describe('isCommandBody', () => {
  it.each([
    '[]',
    '[{"name":"ann","password":"$$ecret"}]',
    '[{"from":{"kind":"empty"},"name":"$undefined"}]',
    '[null,1,true]',
  ])('takes %s', (text) => {
    expect(isCommandBody(text)).toBe(true)
  })

  it.each([
    '',
    'nonsense',
    '{}',
    '"x"',
    '["$F1"]',
    '[{"a":["$1"]}]',
    '["$B1"]',
    '["$n1e9999999"]',
    '["$@0"]',
    '[{"__proto__":1}]',
    '[{"name":"x\u0000"}]',
  ])('refuses %j', (text) => {
    expect(isCommandBody(text)).toBe(false)
  })

  it('refuses what is nested too deep, of any depth', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
    expect(isCommandBody(nested(50))).toBe(true)
    expect(isCommandBody(nested(200))).toBe(false)
    expect(isCommandBody(nested(400_000))).toBe(false)
  })
})
