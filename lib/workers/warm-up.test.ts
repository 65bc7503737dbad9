import { describe, expect, it } from 'vitest'
import { readGiven } from '@/lib/workers/read-given'
import { warmUp, warmUpFiles } from '@/lib/workers/warm-up'

const limits = { packedBytes: 1e6, unpackedBytes: 1e7, files: 10, ratio: 10 }

describe('warming up', () => {
  it('reads samples that are there and can be read, as one cluster with many namespaces', async () => {
    const given = warmUpFiles(process.cwd())
    const { extracts, unreadable } = await readGiven(given ?? { files: [], beside: [] }, limits)
    expect(unreadable).toEqual([])
    const types = extracts.flatMap(({ components }) => components.map(({ type }) => type))
    expect(types.filter((type) => type === 'namespace').length).toBeGreaterThan(40)
    expect(types.filter((type) => type === 'deployment').length).toBeGreaterThan(90)
  })

  it('ends as soon as there is something to do', async () => {
    let asked = 0
    await warmUp(() => ++asked > 2)
    expect(asked).toBe(3)
  })

  it('does nothing where the samples are not', async () => {
    expect(warmUpFiles('/nowhere')).toBeUndefined()
    await expect(warmUp(() => false, '/nowhere')).resolves.toBeUndefined()
  })
})
