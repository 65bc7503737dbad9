import { expect, test } from 'vitest'
import { snapTo } from '@/components/canvas/guides'

const card = (x: number, y: number) => ({ x, y, width: 200, height: 64 })

test('a card close to being in line with another is put in line, and a line shows with what', () => {
  const { dx, dy, guides } = snapTo(card(104, 300), [card(100, 0)], 6)
  expect([dx, dy]).toEqual([-4, 0])
  expect(guides).toEqual([{ axis: 'x', at: 100, from: 0, to: 364 }])
})

test('middles line up with middles of other sizes', () => {
  const other = { x: 0, y: 0, width: 400, height: 64 }
  expect(snapTo(card(103, 300), [other], 6).dx).toBe(-3)
})

test('nothing jumps further than its reach', () => {
  expect(snapTo(card(110, 310), [card(100, 0)], 6)).toEqual({ dx: 0, dy: 0, guides: [] })
})
