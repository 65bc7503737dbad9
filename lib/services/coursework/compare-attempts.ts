import type { Actor } from '@/lib/auth/actor'
import { seesNames } from '@/lib/auth/course-policy'
import { diffLines } from '@/lib/coursework/diff-lines'
import { maskNames } from '@/lib/coursework/mask-names'
import type { AttemptsView } from '@/lib/coursework/views'
import { findAliased } from '@/lib/db/coursework/roster'
import { listAttempts, readContent } from '@/lib/db/coursework/works'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { courseworkNotFound, openWork } from '@/lib/services/coursework/access'

export const Input = z.strictObject({ workId: Id })

/** What changed between an attempt and the one before it. */
export async function compareAttempts(
  actor: Actor,
  { workId }: z.infer<typeof Input>,
): Promise<Result<AttemptsView>> {
  const opened = await openWork(actor, workId, 'review')
  if (!opened.ok) return opened
  const { assignment, role, work } = opened
  const attempts = await listAttempts(assignment.id, work.alias)
  const before = attempts.find(({ attempt }) => attempt === work.attempt - 1)
  if (!before) return courseworkNotFound()
  const [own, earlier, student] = await Promise.all([
    readContent(workId),
    readContent(before.id),
    findAliased(assignment.id, work.alias),
  ])
  const isNamed = seesNames(role, assignment)
  const hide = (text: string) => (isNamed || !student ? text : maskNames(text, [student]))
  const value = {
    workId,
    label: isNamed ? (student?.name ?? work.alias) : work.alias,
    attempt: work.attempt,
    lines: diffLines(hide(earlier.text), hide(own.text)),
  }
  return { ok: true, value }
}
