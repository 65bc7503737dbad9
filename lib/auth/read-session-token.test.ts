import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readSessionToken } from '@/lib/auth/read-session-token'

const of = { name: 'bulkhead.session_token', secret: 'a secret of thirty-two characters' }
const sign = (token: string, secret = of.secret) =>
  encodeURIComponent(`${token}.${createHmac('sha256', secret).update(token).digest('base64')}`)

describe('readSessionToken', () => {
  it('reads the token among other cookies', () => {
    const cookies = `theme=dark; ${of.name}=${sign('abc.def')}; other=1`
    expect(readSessionToken(cookies, of)).toBe('abc.def')
  })

  it.each([
    ['nothing', ''],
    ['another cookie', `other=${sign('abc')}`],
    ['a cookie whose name only ends alike', `x${of.name}=${sign('abc')}`],
    ['no signature', `${of.name}=abc`],
    ['an empty signature', `${of.name}=abc.`],
    ['an empty token', `${of.name}=${sign('')}`],
    ['the signature of another token', `${of.name}=${sign('abc').replace('abc', 'abd')}`],
    ['a signature by another secret', `${of.name}=${sign('abc', 'another secret')}`],
    ['what cannot be decoded', `${of.name}=%E0%A4%A`],
  ])('reads nothing from %s', (_, cookies) => {
    expect(readSessionToken(cookies, of)).toBeUndefined()
  })
})
