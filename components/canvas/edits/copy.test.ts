import { expect, test } from 'vitest'
import { drawingOf } from '@/components/canvas/drawing'
import { readCopied } from '@/components/canvas/edits/copied'
import { copy, paste } from '@/components/canvas/edits/copy'
import { resized, resizeEdits } from '@/components/canvas/edits/resize'
import { addToViewEdits, newViewEdit, takeOutEdits } from '@/components/canvas/edits/views'
import { openRepositoryCatalogue } from '@/lib/cli/repository-catalogue'
import { applyChange } from '@/lib/model/apply-change'
import type { Edit } from '@/lib/model/change'
import type { ThreatModel } from '@/lib/model/threat-model'
import { buildComponent, buildFlow, buildModel } from '@/lib/testing/build-model'

const catalogue = openRepositoryCatalogue()
const stamp = { who: 'Ada', when: '2026-06-15T08:00:00.000Z' }

function system(): ThreatModel {
  const model = buildModel(
    [
      buildComponent('host', 'docker-host'),
      buildComponent('net', 'bridge-network', { parentId: 'host', zoneIds: ['host'] }),
      buildComponent(
        'web',
        'container',
        {
          parentId: 'net',
          zoneIds: ['net'],
          naturalKey: 'compose:web',
          source: { file: 'compose.yaml', line: 2 },
        },
        { privileged: true },
      ),
      buildComponent('db', 'container', { parentId: 'net', zoneIds: ['net'] }),
      buildComponent('user', 'end-user'),
    ],
    [
      { ...buildFlow('f1', 'flow-db', 'web', 'db'), dataIds: ['orders'] },
      buildFlow('f2', 'flow-http', 'user', 'web'),
    ],
  )
  const placements = {
    host: { x: 100, y: 100, width: 800, height: 400 },
    net: { x: 20, y: 50, width: 600, height: 300 },
    web: { x: 20, y: 60 },
    db: { x: 300, y: 60 },
    user: { x: 1200, y: 0 },
  }
  return {
    ...model,
    dataAssets: { orders: { id: 'orders', name: 'Orders', classification: 'confidential' } },
    views: { main: { id: 'main', name: 'Main view', placements } },
  }
}

/** Applies edits whole, and holds that taking them back gives the very same model. */
function apply(model: ThreatModel, edits: readonly Edit[]): ThreatModel {
  const done = applyChange(model, { id: 'c', label: 'c', atomic: true, edits: [...edits] })
  expect(done.refused).toEqual([])
  const back = applyChange(done.model, { id: 'u', label: 'u', atomic: true, edits: done.inverse })
  expect(back.model).toEqual(model)
  return done.model
}

function pasted(into: ThreatModel, ids: readonly string[], from = into) {
  const text = JSON.stringify(copy(from, catalogue, 'main', ids))
  const copied = readCopied(text)
  if (!copied) throw new Error('The clipboard could not be read.')
  let count = 0
  const newId = () => `n${++count}`
  const made = paste({
    model: into,
    catalogue,
    viewId: 'main',
    copied,
    newId,
    stamp,
    at: undefined,
    into: undefined,
  })
  return { made, model: apply(into, made.edits) }
}

test('a copy brings its contents and the flows among them, under names and ids of their own', () => {
  const { made, model } = pasted(system(), ['net'])
  const names = made.ids.map((id) => model.components[id]?.name)
  expect(names.sort()).toEqual(['db 2', 'net 2', 'web 2'])
  const flows = Object.values(model.flows).filter(({ from }) => made.ids.includes(from))
  expect(flows.map(({ type, dataIds }) => [type, dataIds])).toEqual([['flow-db', ['orders']]])
  const [web, net] = ['web 2', 'net 2'].map((name) =>
    Object.values(model.components).find((each) => each.name === name),
  )
  expect(web?.parentId).toBe(net?.id)
  expect(net?.zoneIds).toEqual(['host'])
})

test('no file declares a copy: its facts are what the person says', () => {
  const { model } = pasted(system(), ['web'])
  const web = Object.values(model.components).find(({ name }) => name === 'web 2')
  expect(web?.facts.privileged).toEqual([{ origin: 'person', value: true, source: stamp }])
  expect([web?.naturalKey, web?.source]).toEqual([undefined, undefined])
})

test('into another model it brings the data assets that its flows carry', () => {
  const empty = { ...buildModel([]), views: system().views }
  const { model } = pasted(empty, ['host'], system())
  expect(
    Object.values(model.components)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(['db', 'host', 'net', 'web'])
  expect(Object.values(model.dataAssets)).toMatchObject([{ name: 'Orders', classification: 'confidential' }])
})

test('what is no copy of ours is not read', () => {
  expect(readCopied('hello')).toBeUndefined()
  expect(
    readCopied('{"bulkhead":"components","version":1,"components":[{"id":"__proto__"}]}'),
  ).toBeUndefined()
})

test('a view of a part shows it where it stood, and taking out leaves it in the model', () => {
  const before = system()
  const spot = drawingOf(before, catalogue, 'main').boxes.get('db')
  const made = apply(before, [newViewEdit(before, catalogue, 'main', { id: 'v', name: 'Network' }, ['net'])])
  expect(Object.keys(made.views.v?.placements ?? {}).sort()).toEqual(['db', 'net', 'web'])
  expect(drawingOf(made, catalogue, 'v').boxes.get('db')).toEqual(spot)
  const less = apply(made, takeOutEdits(made, 'v', ['db']))
  expect(Object.keys(less.views.v?.placements ?? {}).sort()).toEqual(['net', 'web'])
  expect(less.components.db).toBeDefined()
})

test('a boundary that is shown later comes around what is shown already, which does not move', () => {
  const before = system()
  const made = apply(before, [newViewEdit(before, catalogue, 'main', { id: 'v', name: 'Web' }, ['web'])])
  const spot = drawingOf(made, catalogue, 'v').boxes.get('web')
  const more = apply(made, addToViewEdits(made, catalogue, 'v', ['net']))
  const { boxes } = drawingOf(more, catalogue, 'v')
  expect(boxes.get('web')).toEqual(spot)
  expect(boxes.get('db')).toBeDefined()
})

test('resizing from the left leaves the contents where they are, and stops at them', () => {
  const before = system()
  const { boxes } = drawingOf(before, catalogue, 'main')
  const next = resized(before, boxes, 'net', { x: -1, y: 0 }, { x: 500, y: 0 })
  expect(next && next.x + 12).toBe(boxes.get('web')?.x)
  const after = apply(before, next ? resizeEdits(before, 'main', boxes, 'net', next) : [])
  const moved = drawingOf(after, catalogue, 'main').boxes
  expect([moved.get('web'), moved.get('db')]).toEqual([boxes.get('web'), boxes.get('db')])
})
