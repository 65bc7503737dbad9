import { database } from '@/lib/db/database'
import type { Assignment } from '@/lib/db/generated/client'

type NewAssignment = {
  id: string
  courseId: string
  name: string
  instructions: string
  isAnonymous: boolean
  hasSecondMarker: boolean
  dueAt: Date | null
  rubric: string
  by: string
  now: Date
}

/** Makes an assignment with the first version of its rubric. */
export async function insertAssignment(of: NewAssignment): Promise<void> {
  const { rubric, by, now, ...own } = of
  await database().client.assignment.create({
    data: {
      ...own,
      rubricVersion: 1,
      createdAt: now,
      rubrics: { create: { version: 1, body: rubric, createdBy: by, createdAt: now } },
    },
  })
}

/** The rubric of an assignment at a version, as JSON text. */
export async function readRubric(assignmentId: string, version: number): Promise<string | undefined> {
  const found = await database().client.rubricVersion.findUnique({
    where: { assignmentId_version: { assignmentId, version } },
    select: { body: true },
  })
  return found?.body
}

/** Every version of a rubric, the newest first, without its body. */
export function listRubricVersions(assignmentId: string) {
  return database().client.rubricVersion.findMany({
    where: { assignmentId },
    select: { version: true, createdBy: true, createdAt: true },
    orderBy: { version: 'desc' },
  })
}

/** Adds a version on top of the one that was read; false when somebody else added one since. */
export async function addRubricVersion(of: {
  assignmentId: string
  base: number
  body: string
  by: string
  now: Date
}): Promise<boolean> {
  const { assignmentId, base, body, by, now } = of
  return database().client.$transaction(async (tx) => {
    const { count } = await tx.assignment.updateMany({
      where: { id: assignmentId, rubricVersion: base },
      data: { rubricVersion: base + 1 },
    })
    if (count === 0) return false
    await tx.rubricVersion.create({
      data: { assignmentId, version: base + 1, body, createdBy: by, createdAt: now },
    })
    return true
  })
}

/** Changes what is said about an assignment. A second marker gets a place at every work that has none yet. */
export async function updateAssignment(
  assignmentId: string,
  data: Partial<
    Pick<Assignment, 'name' | 'instructions' | 'isAnonymous' | 'hasSecondMarker' | 'dueAt' | 'releasedAt'>
  >,
): Promise<void> {
  await database().client.$transaction(
    async (tx) => {
      await tx.assignment.update({ where: { id: assignmentId }, data })
      if (data.hasSecondMarker === undefined) return
      if (!data.hasSecondMarker) {
        // What a second marker finished is kept; places that nobody took go.
        await tx.review.deleteMany({ where: { assignmentId, slot: 2, startedAt: null } })
        return
      }
      const without = await tx.work.findMany({
        where: { assignmentId, isLatest: true, reviews: { none: { slot: 2 } } },
        select: { id: true },
      })
      await tx.review.createMany({
        data: without.map(({ id }) => ({
          workId: id,
          slot: 2,
          assignmentId,
          isOpen: true,
          seconds: 0,
          summary: '',
          version: 0,
        })),
      })
    },
    { timeout: 60_000, maxWait: 60_000 },
  )
}
