import { describe, expect, it } from 'vitest'
import { createBatches } from '@/lib/db/batches'

const fulfilled = <T>(value: T) => ({ status: 'fulfilled' as const, value })

/** Batches that double numbers, refuse odd ones, and can be held up. */
function doubling(max = 100) {
  const seen: number[][] = []
  const held: (() => void)[] = []
  const batches = createBatches<number, number>(async (items) => {
    seen.push([...items])
    await new Promise<void>((resolve) => held.push(resolve))
    if (items.includes(13)) throw new Error('unlucky')
    return items.map((item) =>
      item % 2 ? { status: 'rejected' as const, reason: new Error('odd') } : fulfilled(item * 2),
    )
  }, max)
  const release = async () => {
    while (held.length === 0) await new Promise((resolve) => setImmediate(resolve))
    held.shift()?.()
  }
  return { seen, batches, release }
}

describe('batches', () => {
  it('work on all that came while the last one was worked on, in their order', async () => {
    const { seen, batches, release } = doubling()
    const first = batches.add(2)
    await new Promise((resolve) => setImmediate(resolve))
    const others = [4, 6, 8].map((item) => batches.add(item))
    await release()
    await release()
    expect(await Promise.all([first, ...others])).toEqual([4, 8, 12, 16])
    expect(seen).toEqual([[2], [4, 6, 8]])
  })

  it('give each item its own outcome', async () => {
    const { batches, release } = doubling()
    const all = Promise.allSettled([2, 3].map((item) => batches.add(item)))
    await release()
    expect(await all).toEqual([fulfilled(4), { status: 'rejected', reason: new Error('odd') }])
  })

  it('are no larger than they may be', async () => {
    const { seen, batches, release } = doubling(2)
    const all = Promise.all([2, 4, 6].map((item) => batches.add(item)))
    await release()
    await release()
    await all
    expect(seen).toEqual([[2, 4], [6]])
  })

  it('go on after one that failed as a whole', async () => {
    const { batches, release } = doubling()
    const failing = Promise.allSettled([13, 2].map((item) => batches.add(item)))
    await release()
    expect((await failing).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    const next = batches.add(2)
    await release()
    expect(await next).toBe(4)
  })
})
