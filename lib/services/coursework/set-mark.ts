import type { Actor } from '@/lib/auth/actor'
import type { MarkAnswer, MarkView } from '@/lib/coursework/views'
import { type marksOf, putMark, reviewsOf } from '@/lib/db/coursework/reviews'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { text } from '@/lib/model/text'
import { z } from '@/lib/model/zod'
import { openWork } from '@/lib/services/coursework/access'
import { leaseFrom } from '@/lib/services/coursework/lease'
import { loadRubric } from '@/lib/services/coursework/load-rubric'
import { problem } from '@/lib/services/problem'

const MAX_COMMENT = 5_000

export const Input = z.strictObject({
  workId: Id,
  slot: z.int().min(1).max(2),
  criterionId: z.string().max(40),
  levelId: z.string().max(40),
  comment: text(MAX_COMMENT),
  was: z.int().min(0),
})

/** Marks one criterion. What somebody else wrote meanwhile is never overwritten: it comes back instead. */
export async function setMark(
  actor: Actor,
  input: z.infer<typeof Input>,
  clock = () => new Date(),
): Promise<Result<MarkAnswer>> {
  const opened = await openWork(actor, input.workId, 'review')
  if (!opened.ok) return opened
  const rubric = await loadRubric(opened.assignment)
  const criterion = rubric.criteria.find(({ id }) => id === input.criterionId)
  if (!criterion?.levels.some(({ id }) => id === input.levelId))
    return problem('conflict', 'The rubric has changed. Open this work again to mark it by the new one.')
  const refusal = await whoseSlot(actor, input.workId, input.slot)
  if (refusal) return problem('conflict', refusal)
  const now = clock()
  const of = { userId: actor.userId, now, leaseUntil: leaseFrom(now) }
  const { isKept, mark } = await putMark({ ...input, by: actor.name }, of)
  return { ok: true, value: { isKept, mark: mark && toMarkView(mark) } }
}

/** Why this place is not the actor's to write in: the second marker does not write over the first, nor the other way. */
export async function whoseSlot(actor: Actor, workId: string, slot: number): Promise<string | undefined> {
  const reviews = await reviewsOf(workId)
  const review = reviews.find((one) => one.slot === slot)
  if (!review) return 'There is no such place at this work any more. Open it again.'
  const isElsewhere = reviews.some((one) => one.slot !== slot && one.reviewerId === actor.userId)
  if (isElsewhere) return 'You are one of the two who mark this work; this is the place of the other.'
  return undefined
}

export function toMarkView(mark: Awaited<ReturnType<typeof marksOf>>[number]): MarkView {
  const { criterionId, levelId, comment, by, at, version } = mark
  return { criterionId, levelId, comment, by, at: at.toISOString(), version }
}
