import { listOverdue, purgeModel } from '@/lib/db/models'

/** How long a deleted model can be taken back. */
export const BIN_DAYS = 30

const DAY = 24 * 60 * 60_000

/** When a model that was deleted at this moment goes for good. */
export function goesAt(deletedAt: Date): Date {
  return new Date(deletedAt.getTime() + BIN_DAYS * DAY)
}

/** Empties what has lain in a bin for too long, a few at a time; called when somebody looks at a list. */
export async function emptyOverdue(now: Date): Promise<void> {
  const overdue = await listOverdue(new Date(now.getTime() - BIN_DAYS * DAY))
  for (const { id, workspaceId } of overdue) await purgeModel(workspaceId, id, now)
}
