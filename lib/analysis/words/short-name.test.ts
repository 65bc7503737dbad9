import { describe, expect, it } from 'vitest'
import { shortName } from '@/lib/analysis/words/short-name'

const digest = `sha256:fd8d9aa${'0'.repeat(57)}`

describe('shortName', () => {
  it.each([
    ['web', 'web'],
    ['postgres:15-alpine', 'postgres:15-alpine'],
    ['./healthchecks', './healthchecks'],
    ['registry.example.org/shop/backend/cart:v0.10.6', '…/backend/cart:v0.10.6'],
    [`busybox:1.38.0@${digest}`, 'busybox:1.38.0@fd8d9aa'],
    [`registry.example.org/tools/busybox:1.38.0@${digest}`, '…/busybox:1.38.0@fd8d9aa'],
    ['/var/lib/docker/containers/logs', '…/docker/containers/logs'],
    ['a name of more characters than fit', 'a name of more characters than fit'],
  ])('of %s is %s', (name, short) => {
    expect(shortName(name)).toBe(short)
  })
})
