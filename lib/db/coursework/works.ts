import { database, type Queries } from '@/lib/db/database'
import type { Work, WorkContent } from '@/lib/db/generated/client'

/** What was handed in, without its text; undefined when there is no such work. */
export async function findWork(workId: string): Promise<Work | undefined> {
  return (await database().client.work.findUnique({ where: { id: workId } })) ?? undefined
}

/** True when this person handed the work in, by the alias that only the roster resolves. */
export async function findOwnWork(
  userId: string,
  work: { assignmentId: string; alias: string },
): Promise<boolean> {
  const { assignmentId, alias } = work
  const where = { assignmentId, alias, student: { userId } }
  return (await database().client.studentAlias.count({ where })) > 0
}

/** What this person handed in for an assignment, the last attempt first. */
export function listOwnWorks(assignmentId: string, userId: string): Promise<Work[]> {
  return database()
    .client.studentAlias.findMany({
      where: { assignmentId, student: { userId } },
      select: { alias: true },
    })
    .then((aliases) =>
      database().client.work.findMany({
        where: { assignmentId, alias: { in: aliases.map(({ alias }) => alias) } },
        orderBy: { attempt: 'desc' },
      }),
    )
}

/** The text of a work with all that was read of it. */
export async function readContent(workId: string): Promise<WorkContent> {
  return database().client.workContent.findUniqueOrThrow({ where: { workId } })
}

/** The attempts that one alias handed in, the first first. */
export function listAttempts(assignmentId: string, alias: string): Promise<Work[]> {
  return database().client.work.findMany({ where: { assignmentId, alias }, orderBy: { attempt: 'asc' } })
}

/** Where a work stands among the latest ones of its assignment, in the order of aliases. */
export async function placeOf(assignmentId: string, alias: string) {
  const { client } = database()
  const latest = { assignmentId, isLatest: true }
  const [before, total, doneCount, previous, next] = await Promise.all([
    client.work.count({ where: { ...latest, alias: { lt: alias } } }),
    client.work.count({ where: latest }),
    client.review.count({ where: { assignmentId, slot: 1, isOpen: false, finishedAt: { not: null } } }),
    client.work.findFirst({
      where: { ...latest, alias: { lt: alias } },
      orderBy: { alias: 'desc' },
      select: { id: true },
    }),
    client.work.findFirst({
      where: { ...latest, alias: { gt: alias } },
      orderBy: { alias: 'asc' },
      select: { id: true },
    }),
  ])
  return {
    position: before + 1,
    total,
    doneCount,
    previousId: previous?.id ?? null,
    nextId: next?.id ?? null,
  }
}

export type WorkLine = Work & { reviews: ReviewLine[] }
export type ReviewLine = {
  workId: string
  slot: number
  isOpen: boolean
  reviewerId: string | null
  leaseUntil: Date | null
  finishedAt: Date | null
  seconds: number
  points: number | null
  verdict: string | null
}

/**
 * The latest work of every alias with where its reviews stand. Two plain queries, put together here: a join of thousands
 * of rows takes several times as long.
 */
export async function listWorks(assignmentId: string): Promise<WorkLine[]> {
  const { client } = database()
  const [works, reviews] = await Promise.all([
    client.work.findMany({ where: { assignmentId, isLatest: true }, orderBy: { alias: 'asc' } }),
    client.review.findMany({
      where: { assignmentId },
      select: {
        workId: true,
        slot: true,
        isOpen: true,
        reviewerId: true,
        leaseUntil: true,
        finishedAt: true,
        seconds: true,
        points: true,
        verdict: true,
      },
    }),
  ])
  const byWork = new Map<string, ReviewLine[]>()
  for (const review of reviews) {
    const list = byWork.get(review.workId)
    if (list) list.push(review)
    else byWork.set(review.workId, [review])
  }
  return works.map((work) => ({
    ...work,
    reviews: (byWork.get(work.id) ?? []).sort((a, b) => a.slot - b.slot),
  }))
}

/** The latest works of an assignment with their texts, some at a time: all at once would fill the memory. */
export async function* eachContent(assignmentId: string, size = 100) {
  const { client } = database()
  let after = ''
  for (;;) {
    const works = await client.work.findMany({
      where: { assignmentId, isLatest: true, id: { gt: after } },
      include: { content: true },
      orderBy: { id: 'asc' },
      take: size,
    })
    if (works.length === 0) return
    yield works
    after = works.at(-1)?.id ?? ''
  }
}

/** Writes what checks say under a rubric version. */
export async function keepChecks(
  rows: readonly {
    workId: string
    checks: string
    met: number
    missed: number
    open: number
    version: number
  }[],
): Promise<void> {
  await database().client.$transaction(
    async (tx) => {
      for (const { workId, checks, met, missed, open, version } of rows) {
        await tx.workContent.update({ where: { workId }, data: { checks } })
        await tx.work.update({
          where: { id: workId },
          data: { checksMet: met, checksMissed: missed, checksOpen: open, checkedVersion: version },
        })
      }
    },
    { timeout: 60_000, maxWait: 60_000 },
  )
}

/** Names of people by their id, for showing who reviewed. */
export async function namesOf(queries: Queries, ids: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const people = await queries.user.findMany({
    where: { id: { in: wanted } },
    select: { id: true, name: true },
  })
  return new Map(people.map(({ id, name }) => [id, name]))
}
