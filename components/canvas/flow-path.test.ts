import { describe, expect, test } from 'vitest'
import { curveBetween, curvePath, gatesOn, pointAt } from '@/components/canvas/flow-path'

const curve = curveBetween({ x: 0, y: 0 }, 'right', { x: 400, y: 100 }, 'left')

test('starts and ends at its ports', () => {
  expect(pointAt(curve, 0)).toEqual({ x: 0, y: 0 })
  expect(pointAt(curve, 1)).toEqual({ x: 400, y: 100 })
  expect(curvePath(curve)).toBe('M0,0 C180,0 220,100 400,100')
})

test('leaves and arrives at right angles', () => {
  const down = curveBetween({ x: 0, y: 0 }, 'bottom', { x: 0, y: 300 }, 'top')
  expect([down.out, down.in]).toEqual([
    { x: 0, y: 150 },
    { x: 0, y: 150 },
  ])
})

test('goes inwards from the edge of what is drawn around its other end', () => {
  const inward = curveBetween({ x: 0, y: 50 }, 'left', { x: 300, y: 50 }, 'left')
  expect(inward.out.x).toBeGreaterThan(0)
})

describe('gatesOn', () => {
  test('stands where the line leaves a boundary', () => {
    const [gate] = gatesOn(curve, [
      { zoneId: 'z', direction: 'leaves', box: { x: -100, y: -100, width: 300, height: 300 } },
    ])
    expect(gate?.x).toBeCloseTo(200, 0)
  })

  test('stands where the line enters a boundary', () => {
    const [gate] = gatesOn(curve, [
      { zoneId: 'z', direction: 'enters', box: { x: 300, y: -100, width: 300, height: 300 } },
    ])
    expect(gate?.x).toBeCloseTo(300, 0)
  })

  test('stands close to its end when the boundary is not drawn around it', () => {
    const gates = gatesOn(curve, [
      { zoneId: 'first', direction: 'leaves' },
      { zoneId: 'second', direction: 'enters' },
    ])
    expect(gates[0]?.x).toBeLessThan(100)
    expect(gates[1]?.x).toBeGreaterThan(300)
  })

  test('is given for every crossing, also when the line never meets the edge', () => {
    const far = { x: 9000, y: 9000, width: 10, height: 10 }
    expect(gatesOn(curve, [{ zoneId: 'z', direction: 'enters', box: far }])).toHaveLength(1)
  })
})
