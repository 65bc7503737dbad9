import { database } from '@/lib/db/database'
import type { FinePair } from '@/lib/db/generated/client'

/** The pairs of an assignment that a reviewer found to be fine. */
export function listFinePairs(assignmentId: string): Promise<FinePair[]> {
  return database().client.finePair.findMany({ where: { assignmentId } })
}

/** Why somebody found these two to be fine, in whichever order they are named; null when nobody did. */
export async function fineReasonOf(assignmentId: string, a: string, b: string): Promise<string | null> {
  const [firstId, secondId] = a < b ? [a, b] : [b, a]
  const where = { assignmentId_firstId_secondId: { assignmentId, firstId, secondId } }
  return (await database().client.finePair.findUnique({ where }))?.reason ?? null
}

/** Marks a pair as fine, or takes that back. The order of the two does not matter. */
export async function setFinePair(of: {
  assignmentId: string
  a: string
  b: string
  reason: string
  by: string
  at: Date
  isFine: boolean
}): Promise<void> {
  const { assignmentId, a, b, reason, by, at, isFine } = of
  const [firstId, secondId] = a < b ? [a, b] : [b, a]
  const { finePair } = database().client
  if (!isFine) {
    await finePair.deleteMany({ where: { assignmentId, firstId, secondId } })
    return
  }
  await finePair.upsert({
    where: { assignmentId_firstId_secondId: { assignmentId, firstId, secondId } },
    create: { assignmentId, firstId, secondId, reason, by, at },
    update: { reason, by, at },
  })
}
