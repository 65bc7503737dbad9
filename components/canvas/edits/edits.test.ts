import { expect, test } from 'vitest'
import { drawingOf } from '@/components/canvas/drawing'
import { addComponent } from '@/components/canvas/edits/add-component'
import { landing } from '@/components/canvas/edits/drop'
import { moveInto, whyNotNest } from '@/components/canvas/edits/nest'
import { removal } from '@/components/canvas/edits/remove'
import { openRepositoryCatalogue } from '@/lib/cli/repository-catalogue'
import { applyChange } from '@/lib/model/apply-change'
import type { Edit } from '@/lib/model/change'
import type { ThreatModel } from '@/lib/model/threat-model'
import { buildComponent, buildFlow, buildModel } from '@/lib/testing/build-model'

const catalogue = openRepositoryCatalogue()

/** A host with two networks; "web" is on both and drawn in the first. */
function system(): ThreatModel {
  const model = buildModel(
    [
      buildComponent('host', 'docker-host'),
      buildComponent('front', 'bridge-network', { parentId: 'host', zoneIds: ['host'] }),
      buildComponent('back', 'bridge-network', { parentId: 'host', zoneIds: ['host'] }),
      buildComponent('web', 'container', { parentId: 'front', zoneIds: ['front', 'back'] }),
      buildComponent('db', 'container', { parentId: 'back', zoneIds: ['back'] }),
      buildComponent('user', 'end-user'),
    ],
    [buildFlow('f1', 'flow-http', 'user', 'web'), buildFlow('f2', 'flow-db', 'web', 'db')],
  )
  const placements = {
    host: { x: 0, y: 0, width: 800, height: 400 },
    front: { x: 20, y: 50, width: 300, height: 200 },
    back: { x: 400, y: 50, width: 300, height: 200 },
    web: { x: 20, y: 60 },
    db: { x: 20, y: 60 },
    user: { x: 1000, y: 0 },
  }
  return { ...model, views: { main: { id: 'main', name: 'Main view', placements } } }
}

const boxesOf = (model: ThreatModel) => drawingOf(model, catalogue, 'main').boxes

/** Applies edits whole, and holds that taking them back gives the very same model. */
function apply(model: ThreatModel, edits: readonly Edit[]): ThreatModel {
  const done = applyChange(model, { id: 'c', label: 'c', atomic: true, edits: [...edits] })
  expect(done.refused).toEqual([])
  const back = applyChange(done.model, { id: 'u', label: 'u', atomic: true, edits: done.inverse })
  expect(back.model).toEqual(model)
  return done.model
}

const add = (model: ThreatModel, type: string, parentId: string) => {
  const spot = { kind: 'inside', parentId } as const
  const boxes = boxesOf(model)
  return addComponent({ model, catalogue, viewId: 'main', boxes, type, id: 'new', spot })
}

test('a new component is in the boundary it is put into, has a name of its own and overlaps nothing', () => {
  const before = system()
  const after = apply(before, add(before, 'container', 'back').edits)
  expect(after.components.new).toMatchObject({ name: 'Container', parentId: 'back', zoneIds: ['back'] })
  const boxes = boxesOf(after)
  const [fresh, db, back] = ['new', 'db', 'back'].map((id) => boxes.get(id))
  if (!fresh || !db || !back) throw new Error('Something has no place.')
  expect(fresh.y >= db.y + db.height || fresh.x >= db.x + db.width).toBe(true)
  expect(fresh.x + fresh.width).toBeLessThanOrEqual(back.x + back.width)
  expect(fresh.y + fresh.height).toBeLessThanOrEqual(back.y + back.height)
  expect(add(after, 'container', 'front').component.name).toBe('Container 2')
})

test('what the catalogue does not allow is refused in a sentence that says where it may stand', () => {
  const model = system()
  expect(whyNotNest(model, catalogue, ['user'], 'host')).toMatch(/cannot stand inside “host”.*Internet/)
  expect(whyNotNest(model, catalogue, ['host'], 'front')).toMatch(/cannot stand inside/)
  expect(whyNotNest(model, catalogue, ['web'], 'back')).toBeUndefined()
})

test('moving into another boundary leaves the old one, keeps further ones, and grows what is too small', () => {
  const before = system()
  const drops = new Map([['web', { corner: { x: 560, y: 220 }, parentId: 'back' }]])
  const boxes = boxesOf(before)
  const after = apply(before, moveInto({ model: before, catalogue, viewId: 'main', boxes, drops }))
  expect(after.components.web).toMatchObject({ parentId: 'back', zoneIds: ['back'] })
  const moved = boxesOf(after)
  expect(moved.get('web')).toMatchObject({ x: 560, y: 220 })
  expect((moved.get('back')?.width ?? 0) + 400).toBeGreaterThanOrEqual(560 + 200)
})

test('removing a boundary leaves its contents at the same spot, in what was around it', () => {
  const before = system()
  const spot = boxesOf(before).get('web')
  const { edits, components, flows } = removal(before, ['front'])
  const after = apply(before, edits)
  expect([components, flows]).toEqual([['front'], []])
  expect(after.components.web).toMatchObject({ parentId: 'host', zoneIds: ['host', 'back'] })
  expect(boxesOf(after).get('web')).toEqual(spot)
})

test('removing with contents takes everything inside and every flow that ends there', () => {
  const before = system()
  const { edits, flows } = removal(before, ['host'], true)
  const after = apply(before, edits)
  expect(Object.keys(after.components)).toEqual(['user'])
  expect([Object.keys(after.flows), flows.sort()]).toEqual([[], ['f1', 'f2']])
})

test('the pointer decides what a drag ends in; over the same thing as before it is only a move', () => {
  const model = system()
  const boxes = boxesOf(model)
  const drag = (x: number, y: number) =>
    landing({
      model,
      catalogue,
      viewId: 'main',
      boxes,
      corners: new Map([['web', { x, y }]]),
      grabbed: 'web',
      pointer: { x: x + 10, y: y + 10 },
    })
  expect(drag(60, 130)).toMatchObject({ targetId: undefined, problem: undefined })
  expect(drag(60, 130).drops.get('web')?.parentId).toBe('front')
  expect(drag(450, 120)).toMatchObject({ targetId: 'back', problem: undefined })
  expect(drag(1200, 600).drops.get('web')?.parentId).toBeUndefined()
})

test('what may not stand where it is dropped says so', () => {
  const model = system()
  const landed = landing({
    model,
    catalogue,
    viewId: 'main',
    boxes: boxesOf(model),
    corners: new Map([['user', { x: 30, y: 300 }]]),
    grabbed: 'user',
    pointer: { x: 40, y: 310 },
  })
  expect(landed.problem).toMatch(/cannot stand inside/)
})
