import { database } from '@/lib/db/database'
import type { Mark, Prisma, Review } from '@/lib/db/generated/client'

const patience = { timeout: 60_000, maxWait: 60_000 }

/** Every review of an assignment, those of earlier attempts too. */
export function listReviews(assignmentId: string) {
  return database().client.review.findMany({
    where: { assignmentId },
    include: { work: { select: { isLatest: true } } },
  })
}

/** The marks of an assignment, by `workId slot`. */
export async function listMarks(assignmentId: string): Promise<Map<string, Mark[]>> {
  const marks = await database().client.mark.findMany({ where: { work: { assignmentId } } })
  const byReview = new Map<string, Mark[]>()
  for (const mark of marks) {
    const key = `${mark.workId} ${mark.slot}`
    byReview.set(key, [...(byReview.get(key) ?? []), mark])
  }
  return byReview
}

/** Writes what marks come to under a changed rubric. */
export async function saveScores(
  rows: readonly { workId: string; slot: number; points: number; verdict: string; isReopened: boolean }[],
): Promise<void> {
  await database().client.$transaction(async (tx) => {
    for (const { workId, slot, points, verdict, isReopened } of rows)
      await tx.review.update({
        where: { workId_slot: { workId, slot } },
        data: { points, verdict, ...(isReopened ? { isOpen: true, finishedAt: null } : {}) },
      })
  }, patience)
}

/** The reviews of one work, by slot. */
export function reviewsOf(workId: string): Promise<Review[]> {
  return database().client.review.findMany({ where: { workId }, orderBy: { slot: 'asc' } })
}

/** The marks of one work, of all who mark it. */
export function marksOf(workId: string): Promise<Mark[]> {
  return database().client.mark.findMany({ where: { workId } })
}

type Claim = { userId: string; now: Date; leaseUntil: Date }

/** Free for this person: open, and nobody else's lease on it has time left. */
function free({ userId, now }: Claim): Prisma.ReviewWhereInput {
  return {
    isOpen: true,
    OR: [{ reviewerId: userId }, { leaseUntil: null }, { leaseUntil: { lt: now } }],
    // Nobody is their own second marker.
    work: { reviews: { none: { reviewerId: userId, finishedAt: { not: null } } } },
  }
}

/**
 * Takes the next open review for somebody: the ones after `after` first, then round from the start. Of two who ask at
 * once each gets another one, because the lease is written only where it is still free.
 */
export async function claimNext(
  assignmentId: string,
  claim: Claim,
  after = '',
): Promise<{ workId: string; slot: number } | undefined> {
  const { client } = database()
  const order = [{ slot: 'asc' as const }, { workId: 'asc' as const }]
  for (let attempt = 0; attempt < 50; attempt++) {
    const where = { assignmentId, ...free(claim) }
    const next =
      (await client.review.findFirst({ where: { ...where, workId: { gt: after } }, orderBy: order })) ??
      (await client.review.findFirst({ where: { ...where, workId: { lte: after } }, orderBy: order }))
    if (!next) return undefined
    if (await take(next, claim)) return { workId: next.workId, slot: next.slot }
  }
  return undefined
}

async function take({ workId, slot }: { workId: string; slot: number }, claim: Claim): Promise<boolean> {
  const { userId, now, leaseUntil } = claim
  const { client } = database()
  const { count } = await client.review.updateMany({
    where: {
      workId,
      slot,
      isOpen: true,
      OR: [{ reviewerId: userId }, { leaseUntil: null }, { leaseUntil: { lt: now } }],
    },
    data: { reviewerId: userId, leaseUntil },
  })
  return count === 1
}

/** The place at a work that is this person's, or the first that nobody holds; the first of all when all are held. */
export function slotFor(reviews: readonly Review[], userId: string, now: Date): number {
  const isFree = ({ reviewerId, leaseUntil, startedAt }: Review) =>
    reviewerId === null || (startedAt === null && (leaseUntil === null || leaseUntil < now))
  const own = reviews.find(({ reviewerId }) => reviewerId === userId)
  return (own ?? reviews.find(isFree) ?? reviews[0])?.slot ?? 1
}

export type NewMark = {
  workId: string
  slot: number
  criterionId: string
  levelId: string
  comment: string
  by: string
  /** The version that whoever marks has seen; 0 when they saw none. */
  was: number
}

/**
 * Writes a mark on top of the one that was seen. When another one stands meanwhile, nothing is written and that one
 * comes back.
 */
export async function putMark(
  { was, ...mark }: NewMark,
  of: { userId: string; now: Date; leaseUntil: Date },
): Promise<{ isKept: boolean; mark: Mark | null }> {
  return database().client.$transaction(async (tx) => {
    const key = { workId: mark.workId, slot: mark.slot, criterionId: mark.criterionId }
    const before = await tx.mark.findUnique({ where: { workId_slot_criterionId: key } })
    if ((before?.version ?? 0) !== was) return { isKept: false, mark: before }
    const data = { ...mark, at: of.now, version: was + 1 }
    const after = before
      ? await tx.mark.update({ where: { workId_slot_criterionId: key }, data })
      : await tx.mark.create({ data })
    await tx.review.updateMany({
      where: { workId: mark.workId, slot: mark.slot, startedAt: null },
      data: { startedAt: of.now, reviewerId: of.userId },
    })
    await tx.review.updateMany({
      where: { workId: mark.workId, slot: mark.slot, isOpen: true, reviewerId: of.userId },
      data: { leaseUntil: of.leaseUntil },
    })
    return { isKept: true, mark: after }
  }, patience)
}

/** Writes what a review comes to; `isDone` closes it and takes it out of the queue. */
export async function saveReview(
  key: { workId: string; slot: number },
  data: {
    reviewerId: string
    points: number
    verdict: string
    summary: string
    seconds: number
    isDone: boolean
    now: Date
  },
): Promise<void> {
  const { isDone, now, seconds, ...rest } = data
  await database().client.review.update({
    where: { workId_slot: key },
    data: {
      ...rest,
      seconds: { increment: seconds },
      version: { increment: 1 },
      isOpen: !isDone,
      finishedAt: isDone ? now : null,
      ...(isDone ? { leaseUntil: null } : {}),
    },
  })
}
