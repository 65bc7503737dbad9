import { database } from '@/lib/db/database'

/** What became of the files of an assignment, the latest first. Texts that nobody owns yet stay on the server. */
export function listIntake(assignmentId: string, take = 2_000) {
  return database().client.intakeFile.findMany({
    where: { assignmentId },
    select: { id: true, batchId: true, path: true, outcome: true, sentence: true, workId: true, at: true },
    orderBy: [{ at: 'desc' }, { path: 'asc' }],
    take,
  })
}

/** A file that waits for somebody to say whose it is; undefined when there is none such. */
export async function findWaiting(assignmentId: string, id: string) {
  const where = { id, assignmentId, outcome: 'unmatched' }
  return (await database().client.intakeFile.findFirst({ where })) ?? undefined
}
