import { describe, expect, it } from 'vitest'
import { tellFields } from '@/lib/analysis/words/tell-fields'
import type { Component } from '@/lib/model/elements'
import { buildComponent, buildFlow, buildModel } from '@/lib/testing/build-model'
import { testCatalogue } from '@/lib/testing/test-pack'

const catalogue = testCatalogue()
const zones = (front: string) => [
  buildComponent('net', 'zone', { name: front }),
  buildComponent('back', 'zone', { name: 'Back net' }),
]
const before = buildModel(zones('Front net'))
const after = buildModel(zones('Outer net'))

/** Tells one field of two components, or of two other entries. */
function tell(field: string, was: object, is: object) {
  return tellFields([field], { entry: was, model: before }, { entry: is, model: after }, catalogue)[0]
}
const web = (changes: Partial<Component>, facts?: Parameters<typeof buildComponent>[3]) =>
  buildComponent('web', 'box', changes, facts)

describe('tellFields', () => {
  it('says what a fact was and what it became, as people read values', () => {
    const { label } = catalogue.attributes.get('privileged') ?? {}
    expect(tell('facts.privileged', web({}, { privileged: true }), web({}, { privileged: false }))).toEqual({
      label,
      from: 'yes',
      to: 'no',
    })
    expect(tell('facts.privileged', web({}), web({}, { privileged: null }))).toMatchObject({
      from: 'not set',
      to: 'unknown',
    })
  })

  it('names elements as they were called in the state that they stand in', () => {
    const change = tell('zoneIds', web({ zoneIds: ['net'] }), web({ zoneIds: ['net', 'back'] }))
    expect(change).toEqual({ label: 'boundaries', from: 'Front net', to: 'Outer net, Back net' })
    expect(tell('parentId', web({ parentId: 'net' }), web({}))).toMatchObject({
      from: 'Front net',
      to: 'not set',
    })
  })

  it('says in words what is stored as a mark', () => {
    const reason = { reason: 'Bought' }
    expect(tell('outOfScope', web({}), web({ outOfScope: reason }))).toMatchObject({
      from: 'in scope',
      to: 'out of scope',
    })
    expect(tell('gone', web({}), web({ gone: true }))).toMatchObject({ from: 'found', to: 'no longer found' })
    const flow = buildFlow('call', 'call', 'net', 'back')
    expect(tell('both', flow, { ...flow, both: true })).toMatchObject({ from: 'one way', to: 'both ways' })
    expect(tell('status', { status: 'open' }, { status: 'not-applicable' })).toMatchObject({
      from: 'open',
      to: 'not applicable',
    })
  })

  it('only names what is long, has no words, or says the same from another place', () => {
    expect(tell('reason', { reason: 'Old' }, { reason: 'x'.repeat(81) })).toEqual({ label: 'reason' })
    expect(tell('reason', { reason: 'Old' }, { reason: 'two\nlines' })).toEqual({ label: 'reason' })
    expect(tell('placements', { placements: {} }, { placements: { web: { x: 1, y: 1 } } })).toEqual({
      label: 'positions',
    })
    expect(tell('fingerprint', { fingerprint: 'a' }, { fingerprint: 'b' })).not.toHaveProperty('from')
    const fact = web({}, { privileged: true })
    expect(tell('facts.privileged', fact, structuredClone(fact))).not.toHaveProperty('from')
  })
})
