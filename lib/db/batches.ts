/** Collects what comes in while something is being worked on, and then works on all of it at once. */
export type Batches<T, R> = { add(item: T): Promise<R> }

type Waiting<T, R> = { item: T; resolve(result: R): void; reject(reason: unknown): void }

/**
 * Makes batches of what waits at the same time; somebody who comes alone is a batch of one and waits for nobody.
 * @param work gives one outcome an item, in their order. When it throws, that is every item's outcome.
 * @param max how many items one batch holds at most.
 */
export function createBatches<T, R>(
  work: (items: readonly T[]) => Promise<readonly PromiseSettledResult<R>[]>,
  max: number,
): Batches<T, R> {
  const waiting: Waiting<T, R>[] = []
  let isWorking = false

  async function drain(): Promise<void> {
    isWorking = true
    // What comes within the same turn of the event loop belongs together too.
    await undefined
    for (let batch = waiting.splice(0, max); batch.length > 0; batch = waiting.splice(0, max)) {
      const outcomes = await work(batch.map(({ item }) => item)).catch((reason: unknown) =>
        batch.map(() => ({ status: 'rejected' as const, reason })),
      )
      for (const [index, { resolve, reject }] of batch.entries()) {
        const outcome = outcomes[index]
        if (outcome?.status === 'fulfilled') resolve(outcome.value)
        else reject(outcome?.reason ?? new Error('A batch gave no outcome for one of its items.'))
      }
    }
    isWorking = false
  }

  return {
    add(item) {
      return new Promise<R>((resolve, reject) => {
        waiting.push({ item, resolve, reject })
        if (!isWorking) void drain()
      })
    },
  }
}
