import { isDriverAdapterError } from '@prisma/driver-adapter-utils'

/** Waits in milliseconds between two tries: about 5 s in all. */
const WAITS = [10, 20, 40, 80, 160, 320, 500, 500, 500, 1000, 1000, 1000]

/** Whether another process held the database's lock: nothing was done, so the statement can be tried again. */
function isBusy(error: unknown): boolean {
  return isDriverAdapterError(error) && error.cause.originalCode?.startsWith('SQLITE_BUSY') === true
}

/**
 * Tries a statement again while another process holds the lock, without blocking the event loop in between.
 * @throws what the last try threw.
 */
export async function retryWhileBusy<T>(
  statement: () => Promise<T>,
  waits: readonly number[] = WAITS,
): Promise<T> {
  for (const wait of waits) {
    try {
      return await statement()
    } catch (error) {
      if (!isBusy(error)) throw error
    }
    await new Promise((resolve) => setTimeout(resolve, wait))
  }
  return statement()
}
