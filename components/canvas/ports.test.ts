import { describe, expect, test } from 'vitest'
import { assignPorts, facingSides, portId } from '@/components/canvas/ports'

const box = (x: number, y: number, width = 200, height = 64) => ({ x, y, width, height })

describe('facingSides', () => {
  test('joins what stands side by side through left and right', () => {
    expect(facingSides(box(0, 0), box(400, 300))).toEqual({ source: 'right', target: 'left' })
    expect(facingSides(box(400, 0), box(0, 300))).toEqual({ source: 'left', target: 'right' })
  })

  test('joins what stands above each other through top and bottom', () => {
    expect(facingSides(box(0, 0), box(50, 300))).toEqual({ source: 'bottom', target: 'top' })
    expect(facingSides(box(50, 300), box(0, 0))).toEqual({ source: 'top', target: 'bottom' })
  })

  test('stays on one side when one end stands inside the other', () => {
    expect(facingSides(box(0, 0, 900, 900), box(400, 400))).toEqual({ source: 'left', target: 'left' })
    expect(facingSides(box(400, 400), box(0, 0, 900, 900))).toEqual({ source: 'right', target: 'right' })
  })
})

describe('assignPorts', () => {
  const boxes = new Map([
    ['a', box(0, 0)],
    ['top', box(400, -200)],
    ['bottom', box(400, 300)],
  ])

  test('gives each flow a point of its own, in the order of the other ends', () => {
    const ports = assignPorts(
      [
        { flowId: 'down', from: 'a', to: 'bottom' },
        { flowId: 'up', from: 'a', to: 'top' },
      ],
      boxes,
    ).get('a')
    expect(ports?.map(({ id }) => id)).toEqual([portId('up', 'source'), portId('down', 'source')])
    expect(ports?.every(({ x }) => x === 200)).toBe(true)
    expect(ports?.[0]?.y).toBeLessThan(ports?.[1]?.y ?? 0)
  })

  test('keeps points inside the side however many there are', () => {
    const flows = Array.from({ length: 40 }, (_, i) => ({ flowId: `f${i}`, from: 'a', to: 'bottom' }))
    const ports = assignPorts(flows, boxes).get('a') ?? []
    expect(ports).toHaveLength(40)
    expect(ports.every(({ y }) => y >= 0 && y <= 64)).toBe(true)
  })

  test('passes over a flow whose end is not drawn', () => {
    expect(assignPorts([{ flowId: 'f', from: 'a', to: 'nowhere' }], boxes).size).toBe(0)
  })
})
