import { describe, expect, it } from 'vitest'
import { isOwnOrigin } from '@/lib/services/edges/check-origin'

const local = 'http://127.0.0.1:3000'
const check = (headers: Record<string, string>, appOrigin = local) =>
  isOwnOrigin(new Headers(headers), appOrigin)

describe('isOwnOrigin', () => {
  it('takes requests of our own pages', () => {
    expect(check({ origin: local, 'sec-fetch-site': 'same-origin' })).toBe(true)
    expect(check({ origin: local })).toBe(true)
    expect(check({ 'sec-fetch-site': 'same-origin' })).toBe(true)
  })

  it('takes every loopback name as one, on the same port', () => {
    for (const name of ['localhost', '127.0.0.1', '[::1]', '127.0.1.1']) {
      expect(check({ origin: `http://${name}:3000` })).toBe(true)
      expect(check({ origin: `http://${name}:3001` })).toBe(false)
      expect(check({ origin: `https://${name}:3000` })).toBe(false)
      expect(check({ origin: `http://${name}:3000` }, 'https://bulkhead.example.org')).toBe(false)
    }
  })

  it.each(['cross-site', 'same-site', 'none', ''])(
    'refuses Sec-Fetch-Site: %s, whatever the origin',
    (site) => {
      expect(check({ 'sec-fetch-site': site, origin: local })).toBe(false)
    },
  )

  it.each([
    'null',
    '',
    'http://evil.example',
    'http://127.0.0.1.evil.example:3000',
    'http://localhost.evil.example:3000',
    'http://user@127.0.0.1:3000',
    'http://127.0.0.1:3000/path',
    'http://127.0.0.1:3000@evil.example',
    'javascript:alert(1)',
  ])('refuses the origin "%s"', (origin) => {
    expect(check({ origin })).toBe(false)
    expect(check({ origin, 'sec-fetch-site': 'same-origin' })).toBe(false)
  })

  it('refuses a request that says neither, and one that forges the forwarded host', () => {
    expect(check({})).toBe(false)
    expect(check({ host: '127.0.0.1:3000' })).toBe(false)
    expect(check({ origin: 'http://evil.example', 'x-forwarded-host': 'evil.example' })).toBe(false)
  })

  it('takes the configured origin only, and leaves its default port out', () => {
    const app = 'https://bulkhead.example.org'
    expect(check({ origin: app }, app)).toBe(true)
    expect(check({ origin: 'http://bulkhead.example.org' }, app)).toBe(false)
    expect(check({ origin: 'https://other.example.org' }, app)).toBe(false)
  })
})
