import { unstable_doesMiddlewareMatch as doesProxyMatch } from 'next/experimental/testing/server'
import { describe, expect, it } from 'vitest'
import { refusePageRequest } from '@/lib/services/edges/guard-page'
import { pagePolicy } from '@/lib/services/edges/page-policy'
import { config } from '@/proxy'

const origin = 'http://127.0.0.1:3000'
const action = { origin, 'next-action': 'abc', 'content-length': '100' }
const refuse = (headers: Record<string, string>, method = 'POST') =>
  refusePageRequest({ method, headers: new Headers(headers) }, origin)

describe('refusePageRequest', () => {
  it('lets pages be read, and commands of our own pages pass', () => {
    expect(refuse({}, 'GET')).toBeUndefined()
    expect(refuse({}, 'HEAD')).toBeUndefined()
    expect(refuse(action)).toBeUndefined()
  })

  it('refuses a command of another site, of no site, and with a forged host', () => {
    expect(refuse({ ...action, origin: 'http://evil.example' })).toMatchObject({ code: 'forbidden' })
    const { origin: _, ...anonymous } = action
    expect(refuse(anonymous)).toMatchObject({ code: 'forbidden' })
    expect(refuse({ ...anonymous, 'x-forwarded-host': '127.0.0.1:3000' })).toMatchObject({
      code: 'forbidden',
    })
  })

  it('refuses what is too long, of unknown length, and what is no command', () => {
    expect(refuse({ ...action, 'content-length': '12000000' })).toMatchObject({ code: 'too-large' })
    const { 'content-length': _, ...chunked } = action
    expect(refuse(chunked)).toMatchObject({ code: 'invalid' })
    expect(refuse({ origin, 'content-length': '1' })).toMatchObject({ code: 'invalid' })
    expect(refuse(action, 'PUT')).toMatchObject({ code: 'invalid' })
  })
})

describe('the matcher of proxy.ts', () => {
  const runsOn = (url: string) => doesProxyMatch({ config, url, nextConfig: {} })

  it.each(['/', '/models', '/models/m1/canvas', '/sign-in', '/setup?token=x', '/no-such-page', '/catalogue'])(
    'covers the page %s',
    (url) => {
      expect(runsOn(url)).toBe(true)
    },
  )

  it.each([
    '/api/models/m1/changes',
    '/api/models/m1/imports',
    '/api/models',
    '/api/auth/sign-in/username',
    '/_next/static/chunks/a.js',
    `/catalogue/${'a'.repeat(64)}.json`,
  ])('leaves out %s, where bodies may be long or nothing is drawn', (url) => {
    expect(runsOn(url)).toBe(false)
  })
})

describe('pagePolicy', () => {
  it('allows nothing inline and nothing evaluated', () => {
    const policy = pagePolicy('abc', { isSecure: false, isDevelopment: false })
    expect(policy).not.toMatch(/unsafe|\*|http:/)
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic'")
    expect(policy).not.toContain('upgrade-insecure-requests')
  })

  it('asks for https when the server is reached by it', () => {
    expect(pagePolicy('abc', { isSecure: true, isDevelopment: false })).toContain('upgrade-insecure-requests')
  })
})
