import { randomInt, randomUUID } from 'node:crypto'
import type { Queries } from '@/lib/db/database'

/** A work to be kept, as JSON text where it is large. */
export type NewWork = {
  assignmentId: string
  studentId: string
  source: 'upload' | 'text' | 'model'
  digest: string
  unreadable: string | null
  words: number
  threatCount: number
  findingCount: number
  claimCount: number
  checksMet: number
  checksMissed: number
  checksOpen: number
  checkedVersion: number
  content: { text: string; files: string; reading: string; checks: string; claims: string }
}

export type KeptWork = { workId: string; outcome: 'new' | 'same' | 'resubmission'; attempt: number }

/** Letters and digits that are not taken for one another. */
const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'

/**
 * Keeps what a student handed in: as their first work, as a further attempt, or not at all when it is the same as the
 * last one. An attempt that is no longer the last leaves the queue of reviewers; what was said about it stays.
 */
export async function keepWork(
  tx: Queries,
  work: NewWork,
  of: { slots: number; now: Date },
): Promise<KeptWork> {
  const { assignmentId, studentId, content, ...rest } = work
  const alias = await aliasOf(tx, assignmentId, studentId)
  const last = await tx.work.findFirst({
    where: { assignmentId, alias },
    orderBy: { attempt: 'desc' },
    select: { id: true, attempt: true, digest: true },
  })
  if (last?.digest === work.digest) return { workId: last.id, outcome: 'same', attempt: last.attempt }
  if (last) {
    await tx.work.update({ where: { id: last.id }, data: { isLatest: false } })
    await tx.review.updateMany({ where: { workId: last.id }, data: { isOpen: false, leaseUntil: null } })
  }
  const id = randomUUID()
  const attempt = (last?.attempt ?? 0) + 1
  await tx.work.create({
    data: { id, assignmentId, alias, attempt, isLatest: true, receivedAt: of.now, ...rest },
  })
  await tx.workContent.create({ data: { workId: id, ...content } })
  await tx.review.createMany({
    data: Array.from({ length: of.slots }, (_, at) => ({
      workId: id,
      slot: at + 1,
      assignmentId,
      isOpen: true,
      seconds: 0,
      summary: '',
      version: 0,
    })),
  })
  return { workId: id, outcome: last ? 'resubmission' : 'new', attempt }
}

/** The alias of a student in an assignment: drawn by lot at the first work, so that it tells nothing of them. */
async function aliasOf(tx: Queries, assignmentId: string, studentId: string): Promise<string> {
  const known = await tx.studentAlias.findUnique({
    where: { assignmentId_studentId: { assignmentId, studentId } },
  })
  if (known) return known.alias
  for (;;) {
    const alias = Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
    const isTaken = await tx.studentAlias.findUnique({
      where: { assignmentId_alias: { assignmentId, alias } },
    })
    if (isTaken) continue
    await tx.studentAlias.create({ data: { assignmentId, alias, studentId } })
    return alias
  }
}
