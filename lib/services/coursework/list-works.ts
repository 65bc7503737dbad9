import type { Actor } from '@/lib/auth/actor'
import { seesNames } from '@/lib/auth/course-policy'
import type { WorkRow } from '@/lib/coursework/views'
import { readAliases } from '@/lib/db/coursework/roster'
import { listWorks as readWorks } from '@/lib/db/coursework/works'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { openAssignment } from '@/lib/services/coursework/access'

export const Input = z.strictObject({ assignmentId: Id })

/** Every latest work of an assignment, with where its review stands. */
export async function listWorks(
  actor: Actor,
  { assignmentId }: z.infer<typeof Input>,
  now = () => new Date(),
): Promise<Result<WorkRow[]>> {
  const opened = await openAssignment(actor, assignmentId, 'list-works')
  if (!opened.ok) return opened
  const { assignment, role } = opened
  const works = await readWorks(assignmentId)
  const students = seesNames(role, assignment) ? await readAliases(assignmentId) : undefined
  const at = now()
  const rows = works.map((work): WorkRow => {
    const done = work.reviews.filter(({ finishedAt }) => finishedAt !== null)
    const isHeld = work.reviews.some(
      ({ isOpen, leaseUntil, points }) =>
        isOpen && ((leaseUntil !== null && leaseUntil > at) || points !== null),
    )
    const first = done.find(({ slot }) => slot === 1) ?? done[0]
    return {
      id: work.id,
      label: students?.get(work.alias)?.name ?? work.alias,
      attempt: work.attempt,
      unreadable: work.unreadable,
      threats: work.threatCount,
      findings: work.findingCount,
      claims: work.claimCount,
      met: work.checksMet,
      missed: work.checksMissed,
      open: work.checksOpen,
      state:
        done.length === work.reviews.length && done.length > 0
          ? 'done'
          : done.length > 0
            ? 'second-open'
            : isHeld
              ? 'in-review'
              : 'open',
      verdict: first?.verdict ?? null,
      points: first?.points ?? null,
      disagrees:
        done.length > 1 && new Set(done.map(({ verdict, points }) => `${verdict} ${points}`)).size > 1,
    }
  })
  const byLabel = (a: WorkRow, b: WorkRow) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0)
  return { ok: true, value: rows.sort(byLabel) }
}
