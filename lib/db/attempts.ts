import { randomUUID } from 'node:crypto'
import { database } from '@/lib/db/database'

/** At most `max` attempts under a key within `windowMs` of the first. */
export type AttemptLimit = { key: string; max: number; windowMs: number }

/**
 * Counts an attempt. False when there were too many; the count is kept in the database, so a restart does not reset it.
 * Whoever tries on while locked out does not lengthen the lock.
 */
export function takeAttempt({ key, max, windowMs }: AttemptLimit, now: Date): Promise<boolean> {
  return database().client.$transaction(async (tx) => {
    const known = await tx.rateLimit.findUnique({ where: { key } })
    const isOver = known !== null && Number(known.lastRequest) <= now.getTime() - windowMs
    if (known && !isOver && known.count >= max) return false
    const count = known && !isOver ? known.count + 1 : 1
    const lastRequest = known && !isOver ? known.lastRequest : BigInt(now.getTime())
    await tx.rateLimit.upsert({
      where: { key },
      create: { id: randomUUID(), key, count, lastRequest },
      update: { count, lastRequest },
    })
    return true
  })
}

/** Forgets the attempts under a key, after one that succeeded. */
export async function forgetAttempts(key: string): Promise<void> {
  await database().client.rateLimit.deleteMany({ where: { key } })
}

/** Forgets attempts older than this, so that tried names do not pile up. */
export async function forgetOldAttempts(before: Date): Promise<void> {
  await database().client.rateLimit.deleteMany({ where: { lastRequest: { lt: BigInt(before.getTime()) } } })
}
