import type { Actor } from '@/lib/auth/actor'
import { applyCorrections } from '@/lib/coursework/apply-corrections'
import { checkRubric } from '@/lib/coursework/check-submission'
import { Rubric, scoreMarks } from '@/lib/coursework/rubric/rubric'
import type { Rescored } from '@/lib/coursework/views'
import { addRubricVersion } from '@/lib/db/coursework/assignments'
import { listMarks, listReviews, saveScores } from '@/lib/db/coursework/reviews'
import { eachContent, keepChecks } from '@/lib/db/coursework/works'
import { canonicalJson } from '@/lib/model/canonical'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { openAssignment } from '@/lib/services/coursework/access'
import { correctionsOf, keyFinder } from '@/lib/services/coursework/corrected-work'
import { countChecks } from '@/lib/services/coursework/to-new-work'
import { problem } from '@/lib/services/problem'

export const Input = z.strictObject({ assignmentId: Id, base: z.int().min(1), rubric: Rubric })

/**
 * Makes a new version of the rubric and scores everybody by it: checks run again, and points are those of the new
 * levels. A finished review that lacks a mark under the new rubric is open again, so that nobody is marked by half of it.
 */
export async function saveRubric(
  actor: Actor,
  { assignmentId, base, rubric }: z.infer<typeof Input>,
  now = () => new Date(),
): Promise<Result<Rescored>> {
  const opened = await openAssignment(actor, assignmentId, 'change-rubric')
  if (!opened.ok) return opened
  const at = now()
  const isAdded = await addRubricVersion({
    assignmentId,
    base,
    body: canonicalJson(rubric),
    by: actor.name,
    now: at,
  })
  if (!isAdded)
    return problem(
      'conflict',
      'Somebody changed this rubric since you opened it. Open it again to see what they did.',
    )
  const version = base + 1
  const works = await recheck(assignmentId, rubric, version)
  return { ok: true, value: { version, works, ...(await rescore(assignmentId, rubric)) } }
}

async function recheck(assignmentId: string, rubric: Rubric, version: number): Promise<number> {
  const keyOf = await keyFinder()
  let count = 0
  for await (const works of eachContent(assignmentId)) {
    const corrections = await correctionsOf(works.map(({ id }) => id))
    const rows = works.flatMap(({ id, content }) => {
      if (!content) return []
      const { files, scans } = JSON.parse(content.files)
      const submission = applyCorrections(JSON.parse(content.reading), corrections.get(id) ?? [], {
        text: content.text,
        keyOf,
      })
      const checks = checkRubric({ text: content.text, submission, files, scans }, rubric)
      const { checksMet, checksMissed, checksOpen } = countChecks(checks)
      return [
        {
          workId: id,
          checks: JSON.stringify(checks),
          met: checksMet,
          missed: checksMissed,
          open: checksOpen,
          version,
        },
      ]
    })
    await keepChecks(rows)
    count += rows.length
    // Others get their turn between two batches.
    await new Promise((resolve) => setImmediate(resolve))
  }
  return count
}

async function rescore(assignmentId: string, rubric: Rubric): Promise<{ reviews: number; reopened: number }> {
  const [reviews, marks] = await Promise.all([listReviews(assignmentId), listMarks(assignmentId)])
  let reopened = 0
  const rows = reviews
    .filter(({ startedAt }) => startedAt !== null)
    .map(({ workId, slot, finishedAt, work }) => {
      const score = scoreMarks(rubric, marks.get(`${workId} ${slot}`) ?? [])
      const isReopened = finishedAt !== null && score.verdict === 'open' && work.isLatest
      if (isReopened) reopened++
      return { workId, slot, points: score.points, verdict: score.verdict, isReopened }
    })
  await saveScores(rows)
  return { reviews: rows.length, reopened }
}
