import { expect, test } from 'vitest'
import { boundsOf } from '@/components/canvas/geometry'
import { detailAt, farScale } from '@/components/canvas/level-of-detail'
import { viewportFor } from '@/components/canvas/viewport'

const screen = { width: 1000, height: 800 }

test('shows the whole drawing in the middle', () => {
  const { x, y, zoom } = viewportFor({ x: 100, y: 200, width: 4000, height: 1000 }, screen)
  expect(x + 100 * zoom).toBeCloseTo(32)
  expect(x + 4100 * zoom).toBeCloseTo(968)
  expect(y + 700 * zoom).toBeCloseTo(400)
})

test('does not draw larger than life', () => {
  expect(viewportFor({ x: 0, y: 0, width: 10, height: 10 }, screen).zoom).toBe(1)
})

test('has an answer for an empty drawing and for no room', () => {
  expect(viewportFor(boundsOf([]), screen).zoom).toBe(1)
  expect(viewportFor({ x: 0, y: 0, width: 10, height: 10 }, { width: 0, height: 0 }).zoom).toBe(1)
})

test('a large drawing loses detail sooner than a small one', () => {
  expect([detailAt(0.7, 50), detailAt(0.7, 1000)]).toEqual(['full', 'full'])
  expect([detailAt(0.32, 50), detailAt(0.32, 1000)]).toEqual(['names', 'boxes'])
  expect([detailAt(0.25, 50), detailAt(0.25, 1000)]).toEqual(['names', 'zones'])
  expect([detailAt(0.1, 50), detailAt(0.1, 1000)]).toEqual(['zones', 'zones'])
})

test('enlarges in steps, never too little', () => {
  for (const zoom of [1, 0.5, 0.3, 0.11, 0.05]) expect(farScale(zoom) * zoom).toBeGreaterThanOrEqual(1)
})
