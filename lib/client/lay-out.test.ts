import { expect, test } from 'vitest'
import { isUnplaced, placeEdits } from '@/lib/client/lay-out'
import { applyChange } from '@/lib/model/apply-change'
import { buildComponent, buildModel } from '@/lib/testing/build-model'

const model = buildModel([buildComponent('a', 'box'), buildComponent('b', 'box')])

test('a component without a place asks for a layout', () => {
  const edits = placeEdits(model, 'main', { a: { x: 0, y: 0 } })
  const half = applyChange(model, { id: 'c', label: 'Place', atomic: true, edits }).model
  expect([isUnplaced(model, 'main'), isUnplaced(half, 'main')]).toEqual([true, true])
  const whole = applyChange(half, {
    id: 'd',
    label: 'Place',
    atomic: true,
    edits: placeEdits(half, 'main', { a: { x: 0, y: 0 }, b: { x: 9, y: 9 } }),
  })
  expect(isUnplaced(whole.model, 'main')).toBe(false)
  expect(whole.applied).toHaveLength(1)
})

test('a component that is gone by now is not placed', () => {
  expect(placeEdits(model, 'main', { gone: { x: 0, y: 0 } })).toEqual([])
})
