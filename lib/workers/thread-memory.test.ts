import { expect, it } from 'vitest'
import { threadMemoryMb } from '@/lib/workers/thread-memory'

it('is half of what a small container has, and never more than the largest task needs', () => {
  expect([0.25, 1, 2, 24].map((gib) => threadMemoryMb(gib * 2 ** 30))).toEqual([384, 512, 1024, 2048])
})
