import { describe, expect, it } from 'vitest'
import { bytesOf } from '@/lib/workers/json-bytes'

describe('bytesOf', () => {
  it('is the text in UTF-8, however it was cut', () => {
    const text = 'Grüße → 🚢 '.repeat(60_000)
    const pieces = text.match(/[\s\S]{1,997}/gu) ?? []
    expect(Buffer.from(bytesOf(pieces, 1e8) ?? []).equals(Buffer.from(text))).toBe(true)
    expect(bytesOf([], 10)).toEqual(new Uint8Array())
  })

  it('gives up at more bytes than may be', () => {
    expect(bytesOf(['aa', 'bb'], 3)).toBeUndefined()
    function* endless() {
      for (;;) yield 'x'.repeat(1000)
    }
    expect(bytesOf(endless(), 1_000_000)).toBeUndefined()
  })
})
