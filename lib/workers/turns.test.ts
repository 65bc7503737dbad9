import { availableParallelism } from 'node:os'
import { expect, it } from 'vitest'
import { inTurn } from '@/lib/workers/turns'

const atOnce = Math.max(2, availableParallelism())

it('lets one task for each processor work, and the next as soon as one has ended, well or not', async () => {
  const ends: (() => void)[] = []
  let begun = 0
  const tasks = Array.from({ length: atOnce + 2 }, (_, number) =>
    inTurn(
      () =>
        new Promise<number>((resolve, reject) => {
          begun++
          ends.push(number === 0 ? () => reject(new Error('first')) : () => resolve(number))
        }),
    ),
  )
  const settled = Promise.allSettled(tasks)
  await expect.poll(() => begun).toBe(atOnce)
  ends[0]?.()
  await expect(tasks[0]).rejects.toThrow('first')
  await expect.poll(() => begun).toBe(atOnce + 1)
  ends[1]?.()
  await expect.poll(() => begun).toBe(atOnce + 2)
  for (const end of ends) end()
  expect((await settled).map(({ status }) => status)).toEqual([
    'rejected',
    ...Array.from({ length: atOnce + 1 }, () => 'fulfilled'),
  ])
})
