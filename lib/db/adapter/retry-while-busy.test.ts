import { DriverAdapterError } from '@prisma/driver-adapter-utils'
import { describe, expect, it } from 'vitest'
import { retryWhileBusy } from '@/lib/db/adapter/retry-while-busy'

const busy = () => new DriverAdapterError({ kind: 'SocketTimeout', originalCode: 'SQLITE_BUSY' })

/** A statement that fails a number of times, and how often it was tried. */
function failing(times: number, error: () => Error) {
  const state = { tries: 0 }
  const statement = async () => {
    state.tries += 1
    if (state.tries <= times) throw error()
    return 'done'
  }
  return { state, statement }
}

describe('retryWhileBusy', () => {
  it('tries again until the lock is free', async () => {
    const { state, statement } = failing(2, busy)
    expect(await retryWhileBusy(statement, [1, 1, 1])).toBe('done')
    expect(state.tries).toBe(3)
  })

  it('gives up with the error of the last try', async () => {
    const { state, statement } = failing(9, busy)
    await expect(retryWhileBusy(statement, [1, 1])).rejects.toMatchObject({
      cause: { originalCode: 'SQLITE_BUSY' },
    })
    expect(state.tries).toBe(3)
  })

  it('does not repeat a statement that failed for another reason', async () => {
    const { state, statement } = failing(1, () => new Error('syntax'))
    await expect(retryWhileBusy(statement, [1, 1])).rejects.toThrow('syntax')
    expect(state.tries).toBe(1)
  })
})
