import { describe, expect, it } from 'vitest'
import { namePieces, nameSize } from '@/components/canvas/name-size'

describe('nameSize', () => {
  it('writes short names large', () => {
    expect(nameSize('db', true)).toBe('')
    expect(nameSize('checkout', false)).toBe('')
  })

  it('writes a name smaller before it would be torn', () => {
    expect(nameSize('sessions', true)).toBe('is-medium')
    expect(nameSize('example/agent', false)).toBe('is-medium')
    expect(nameSize('checkout-db', true)).toBe('is-long')
    expect(nameSize('…/storefront:7.2.0', true)).toBe('is-longest')
  })

  it('gives up at the smallest', () => {
    expect(nameSize('x'.repeat(60), false)).toBe('is-longest')
  })
})

describe('namePieces', () => {
  it('ends a line where people would, and loses nothing', () => {
    expect(namePieces('valkey/valkey:8.1')).toEqual(['valkey/', 'valkey:', '8.1'])
    expect(namePieces('8080 → 80/tcp')).toEqual(['8080 ', '→ ', '80/tcp'])
    expect(namePieces('')).toEqual([''])
    expect(namePieces('Network clients').join('')).toBe('Network clients')
  })
})
