import type { Actor } from '@/lib/auth/actor'
import { applyCorrections, wouldApply } from '@/lib/coursework/apply-corrections'
import { checkRubric } from '@/lib/coursework/check-submission'
import { Correction } from '@/lib/coursework/correction'
import { addCorrection } from '@/lib/db/coursework/remarks'
import { keepChecks } from '@/lib/db/coursework/works'
import { database } from '@/lib/db/database'
import { inTurn } from '@/lib/db/in-turn'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { openWork } from '@/lib/services/coursework/access'
import { keyFinder, loadCorrected } from '@/lib/services/coursework/corrected-work'
import { loadRubric } from '@/lib/services/coursework/load-rubric'
import { countChecks } from '@/lib/services/coursework/to-new-work'
import { problem } from '@/lib/services/problem'

export const Input = z.strictObject({ workId: Id, correction: Correction })

/** Corrects what was read of a text. The checks run again on what stands now. */
export async function correctWork(
  actor: Actor,
  { workId, correction }: z.infer<typeof Input>,
  now = () => new Date(),
): Promise<Result<{ seq: number }>> {
  const opened = await openWork(actor, workId, 'review')
  if (!opened.ok) return opened
  const { assignment } = opened
  return inTurn(`work ${workId}`, async () => {
    const [work, keyOf, rubric] = await Promise.all([
      loadCorrected(workId),
      keyFinder(),
      loadRubric(assignment),
    ])
    const look = { text: work.text, keyOf }
    if (!wouldApply(work.reading, work.corrections, correction, look))
      return problem(
        'conflict',
        'This changes nothing: what it names was changed or removed by somebody else meanwhile.',
      )
    const body = JSON.stringify(correction)
    const seq = await database().client.$transaction((tx) =>
      addCorrection(tx, { workId, body, by: actor.name, at: now() }),
    )
    const submission = applyCorrections(work.reading, [...work.corrections, { seq, correction }], look)
    const { text, files, scans } = work
    const checks = checkRubric({ text, submission, files, scans }, rubric)
    const { checksMet, checksMissed, checksOpen } = countChecks(checks)
    const version = assignment.rubricVersion
    const row = {
      workId,
      checks: JSON.stringify(checks),
      met: checksMet,
      missed: checksMissed,
      open: checksOpen,
    }
    await keepChecks([{ ...row, version }])
    return { ok: true, value: { seq } }
  })
}
