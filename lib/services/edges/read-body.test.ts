import { describe, expect, it } from 'vitest'
import { type BodySource, readBytes, readJson, readObject } from '@/lib/services/edges/read-body'

const encoder = new TextEncoder()
const json = { 'content-type': 'application/json' }

/** A body that comes in pieces, as from the network. */
function source(body: string | Uint8Array, headers: Record<string, string> = json, pieces = 7): BodySource {
  const bytes = typeof body === 'string' ? encoder.encode(body) : body
  const size = Math.max(1, Math.ceil(bytes.length / pieces))
  let offset = 0
  return {
    headers: new Headers(headers),
    body: new ReadableStream({
      pull(controller) {
        if (offset >= bytes.length) return controller.close()
        controller.enqueue(bytes.slice(offset, offset + size))
        offset += size
      },
    }),
  }
}

/** A body that never ends, and how much of it was asked for. */
function endless() {
  const state = { sent: 0, isCancelled: false }
  const chunk = new Uint8Array(65_536)
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      state.sent += chunk.length
      controller.enqueue(chunk)
    },
    cancel() {
      state.isCancelled = true
    },
  })
  return { state, source: { headers: new Headers(json), body } }
}

describe('readBytes', () => {
  it('takes a body of exactly the limit and refuses one byte more', async () => {
    expect(await readBytes(source('x'.repeat(100)), 100)).toMatchObject({ ok: true })
    expect(await readBytes(source('x'.repeat(101)), 100)).toMatchObject({ ok: false, code: 'too-large' })
  })

  it('refuses a declared length above the limit without reading', async () => {
    const { state, source: body } = endless()
    body.headers.set('content-length', '100000000')
    expect(await readBytes(body, 1000)).toMatchObject({ code: 'too-large' })
    expect(state.sent).toBeLessThanOrEqual(65_536)
  })

  it('answers as soon as a body goes past the limit, and cuts off a sender who never ends', async () => {
    const { state, source: body } = endless()
    expect(await readBytes(body, 1_000_000)).toMatchObject({ code: 'too-large' })
    expect(state.sent).toBeLessThan(1_300_000)
    // What still comes is read and dropped, up to a bound: closing at once would take the answer along.
    await expect.poll(() => state.isCancelled, { timeout: 20_000 }).toBe(true)
    expect(state.sent).toBeGreaterThan(100_000_000)
  })

  it('refuses a body that was cut on its way, at 10 MB as well', async () => {
    const cut = new Uint8Array(10_485_760)
    const answer = await readBytes(source(cut, { 'content-length': '12000000' }), 16_000_000)
    expect(answer).toMatchObject({
      ok: false,
      code: 'invalid',
      sentence: expect.stringContaining('incomplete'),
    })
  })

  it('refuses a body whose connection broke', async () => {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new Uint8Array(4)),
      pull: (controller) => controller.error(new Error('aborted')),
    })
    expect(await readBytes({ headers: new Headers(), body }, 100)).toMatchObject({ code: 'invalid' })
  })

  it.each(['-1', '1e3.5', 'many', '99999999999999999999'])('refuses the length %s', async (length) => {
    const answer = await readBytes(source('x', { 'content-length': length }), 100)
    expect(answer.ok).toBe(false)
  })

  it('refuses compressed bodies, whose size nobody knows', async () => {
    expect(await readBytes(source('x', { 'content-encoding': 'gzip' }), 100)).toMatchObject({
      code: 'unsupported',
    })
  })

  it('reads nothing as no bytes', async () => {
    const answer = await readBytes({ headers: new Headers(), body: null }, 100)
    expect(answer).toMatchObject({ ok: true, value: new Uint8Array() })
  })
})

describe('readJson', () => {
  it('reads JSON whose characters are cut by the pieces', async () => {
    expect(await readJson(source('{"name":"Übergröße ✓"}', json, 19), 1000)).toEqual({
      ok: true,
      value: { name: 'Übergröße ✓' },
    })
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
    'refuses the media type "%s", which a form of another site can send',
    async (type) => {
      expect(await readJson(source('{}', { 'content-type': type }), 100)).toMatchObject({
        code: 'unsupported',
      })
    },
  )

  it('takes a charset beside the media type', async () => {
    expect(
      await readJson(source('[]', { 'content-type': 'Application/JSON; charset=utf-8' }), 100),
    ).toMatchObject({ ok: true })
  })

  it.each(['', '{', 'NaN', '{"a":1}}', '\u0000', "{'a':1}"])(
    'answers with a sentence for %j',
    async (text) => {
      expect(await readJson(source(text), 100)).toMatchObject({ ok: false, code: 'invalid' })
    },
  )

  it('refuses bytes that are not UTF-8', async () => {
    expect(await readJson(source(new Uint8Array([0x22, 0xff, 0xfe, 0x22])), 100)).toMatchObject({
      code: 'invalid',
    })
  })

  it.each(['{"__proto__":{"isAdmin":true}}', '{"a":[{"__pr\\u006fto__":1}]}'])(
    'refuses a reserved key in %s',
    async (text) => {
      expect(await readJson(source(text), 1000)).toMatchObject({
        code: 'invalid',
        sentence: expect.stringContaining('__proto__'),
      })
      expect(({} as Record<string, unknown>).isAdmin).toBeUndefined()
    },
  )

  it('takes text that only speaks of a reserved key', async () => {
    expect(await readJson(source('{"note":"never use __proto__"}'), 1000)).toMatchObject({ ok: true })
  })

  it('survives nesting of any depth', async () => {
    const depth = 2_000_000
    const nested = `{"__proto__x":"\\u0061","a":${'['.repeat(depth)}${']'.repeat(depth)}}`
    expect((await readJson(source(nested), 10_000_000)).ok).toBeTypeOf('boolean')
  })
})

describe('readObject', () => {
  it.each(['[]', 'null', '1', '"x"', 'true'])('refuses %s', async (text) => {
    expect(await readObject(source(text), 100)).toMatchObject({ ok: false, code: 'invalid' })
  })
})
