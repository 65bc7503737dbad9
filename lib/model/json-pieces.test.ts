import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, canonicalStyle } from '@/lib/model/canonical'
import { jsonPieces, plainStyle } from '@/lib/model/json-pieces'

describe('jsonPieces', () => {
  it('are the JSON of any value, in both styles', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect([...jsonPieces(value, plainStyle)].join('')).toBe(JSON.stringify(value))
        expect([...jsonPieces(value, canonicalStyle)].join('')).toBe(canonicalJson(value))
      }),
    )
  })

  it('leave out what is undefined', () => {
    expect([...jsonPieces({ a: undefined, b: { c: undefined } }, plainStyle)].join('')).toBe('{"b":{}}')
  })

  it('hold some items of an outer list at once, however many there are', () => {
    const list = Array.from({ length: 50 }, (_, at) => [at])
    const pieces = [...jsonPieces({ list }, plainStyle)]
    expect(pieces.join('')).toBe(JSON.stringify({ list }))
    expect(Math.max(...pieces.map((piece) => piece.match(/\[\d/g)?.length ?? 0))).toBe(16)
  })

  it('stand on lines of their own where that is asked for', () => {
    const text = [
      ...jsonPieces({ b: [{ y: 1, x: 2 }, {}], a: 1 }, { ...canonicalStyle, lineEnd: '\n' }),
    ].join('')
    expect(text).toBe('{\n"a":1,\n"b":[\n{"x":2,"y":1},\n{}\n]\n}')
  })
})
