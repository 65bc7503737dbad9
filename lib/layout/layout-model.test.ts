import { describe, expect, it } from 'vitest'
import { layoutModel, placeNew } from '@/lib/layout/layout-model'
import { buildComponent, buildFlow, buildModel } from '@/lib/testing/build-model'
import { testCatalogue } from '@/lib/testing/test-pack'

const catalogue = testCatalogue()
const components = [
  buildComponent('data', 'picture', { parentId: 'zone' }),
  buildComponent('app', 'box', { parentId: 'zone', zoneIds: ['zone'] }),
  buildComponent('zone', 'zone'),
  buildComponent('user', 'outsider'),
]
const flows = [buildFlow('f1', 'call', 'user', 'app'), buildFlow('f2', 'call', 'data', 'app')]

describe('layoutModel', () => {
  it('stands outsiders left, and a store that is only read right of its reader', () => {
    const placements = layoutModel(buildModel(components, flows), catalogue)
    expect(placements.user?.x).toBeLessThan(placements.zone?.x ?? 0)
    expect(placements.app?.x).toBeLessThan(placements.data?.x ?? 0)
  })

  it('keeps the way of data into a store that is filled from elsewhere', () => {
    const filled = [...flows, buildFlow('f3', 'run', 'source', 'data')]
    const model = buildModel(
      [...components, buildComponent('source', 'picture', { parentId: 'zone' })],
      filled,
    )
    const placements = layoutModel(model, catalogue)
    expect(placements.source?.x).toBeLessThan(placements.data?.x ?? 0)
    expect(placements.data?.x).toBeLessThan(placements.app?.x ?? 0)
  })

  it('does not depend on the order in which components were added', () => {
    const model = buildModel(components, flows)
    const turned = buildModel(components.toReversed(), flows.toReversed())
    expect(layoutModel(turned, catalogue)).toEqual(layoutModel(model, catalogue))
  })

  it('takes a component of a type that the catalogue lacks for a card', () => {
    const model = buildModel([buildComponent('x', 'gone-type')])
    expect(layoutModel(model, catalogue)).toEqual({ x: { x: 0, y: 0 } })
  })
})

describe('placeNew', () => {
  it('keeps positions and adds what is new', () => {
    const model = buildModel(components, flows)
    const existing = layoutModel(model, catalogue)
    const grown = buildModel([...components, buildComponent('late', 'box', { parentId: 'zone' })], flows)
    const after = placeNew(grown, catalogue, existing)
    expect(after.app).toEqual(existing.app)
    expect(after.late).toBeDefined()
  })
})
