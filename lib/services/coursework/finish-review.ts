import type { Actor } from '@/lib/auth/actor'
import { type Score, scoreMarks } from '@/lib/coursework/rubric/rubric'
import { marksOf, saveReview } from '@/lib/db/coursework/reviews'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { text } from '@/lib/model/text'
import { z } from '@/lib/model/zod'
import { openWork } from '@/lib/services/coursework/access'
import { loadRubric } from '@/lib/services/coursework/load-rubric'
import { whoseSlot } from '@/lib/services/coursework/set-mark'
import { problem } from '@/lib/services/problem'

export const Input = z.strictObject({
  workId: Id,
  slot: z.int().min(1).max(2),
  summary: text(10_000),
  /** Time spent since the work was opened. */
  seconds: z.int().min(0).max(36_000),
  isDone: z.boolean(),
})

/** Closes a review, or opens it again. Closing wants a mark for every criterion. */
export async function finishReview(
  actor: Actor,
  { workId, slot, summary, seconds, isDone }: z.infer<typeof Input>,
  now = () => new Date(),
): Promise<Result<Score>> {
  const opened = await openWork(actor, workId, 'review')
  if (!opened.ok) return opened
  const refusal = await whoseSlot(actor, workId, slot)
  if (refusal) return problem('conflict', refusal)
  const rubric = await loadRubric(opened.assignment)
  const marks = (await marksOf(workId)).filter((mark) => mark.slot === slot)
  const score = scoreMarks(rubric, marks)
  if (isDone && score.missing.length > 0) {
    const titles = rubric.criteria.filter(({ id }) => score.missing.includes(id)).map(({ title }) => title)
    return problem('invalid', `Mark these first: ${titles.join('; ')}.`)
  }
  const { points, verdict } = score
  await saveReview(
    { workId, slot },
    { reviewerId: actor.userId, points, verdict, summary, seconds, isDone, now: now() },
  )
  return { ok: true, value: score }
}
