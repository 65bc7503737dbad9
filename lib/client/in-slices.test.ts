import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { inSlices } from '@/lib/client/in-slices'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Work of some steps, each of which takes ten milliseconds. */
function workOf(steps: number) {
  const slices: number[] = []
  const work = (isTimeUp: () => boolean) => {
    let done = 0
    for (; steps > 0 && !isTimeUp(); steps--, done++) vi.advanceTimersByTime(10)
    slices.push(done)
    return steps === 0
  }
  return { work, slices }
}

test('long work is done in slices, and ends', () => {
  const { work, slices } = workOf(8)
  inSlices(work)
  expect(slices).toEqual([3])
  vi.runAllTimers()
  expect(slices).toEqual([3, 3, 2])
})

test('what is called off does nothing more', () => {
  const { work, slices } = workOf(8)
  inSlices(work)()
  vi.runAllTimers()
  expect(slices).toEqual([3])
})
