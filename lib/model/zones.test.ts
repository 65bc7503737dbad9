import { expect, test } from 'vitest'
import { crossingsOf, zonesOf } from '@/lib/model/zones'
import { buildComponent, buildFlow, buildModel } from '@/lib/testing/build-model'

// Two tiers on one host; "app" is on both, "db" on the back one only, "client" is outside.
const model = buildModel(
  [
    buildComponent('host', 'zone'),
    buildComponent('front', 'zone', { parentId: 'host', zoneIds: ['host'] }),
    buildComponent('back', 'zone', { parentId: 'host', zoneIds: ['host'] }),
    buildComponent('app', 'box', { parentId: 'front', zoneIds: ['front', 'back'] }),
    buildComponent('db', 'box', { parentId: 'back', zoneIds: ['back'] }),
    buildComponent('client', 'outsider'),
  ],
  [
    buildFlow('in', 'call', 'client', 'app'),
    buildFlow('sql', 'call', 'app', 'db'),
    buildFlow('self', 'call', 'host', 'app'),
  ],
)
const crossings = (id: string) =>
  crossingsOf(model, model.flows[id] as never).map(({ direction, zoneId }) => `${direction} ${zoneId}`)

test('a component on two networks is in both, and in what they are in', () => {
  expect([...zonesOf(model, 'app')].sort()).toEqual(['back', 'front', 'host'])
  expect([...zonesOf(model, 'client')]).toEqual([])
})

test('a flow crosses the zones that only one of its ends is in', () => {
  expect(crossings('in')).toEqual(['enters back', 'enters front', 'enters host'])
  expect(crossings('sql')).toEqual(['leaves front'])
})

test('a flow from a boundary does not cross that boundary', () => {
  expect(crossings('self')).toEqual(['enters back', 'enters front'])
})
