import { strToU8, zipSync } from 'fflate'
import type { Actor } from '@/lib/auth/actor'
import { seesNames } from '@/lib/auth/course-policy'
import { maskNames } from '@/lib/coursework/mask-names'
import { readAliases } from '@/lib/db/coursework/roster'
import { listWorks } from '@/lib/db/coursework/works'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { openAssignment } from '@/lib/services/coursework/access'
import { loadFeedback } from '@/lib/services/coursework/load-feedback'
import { loadRubric } from '@/lib/services/coursework/load-rubric'
import { writeFeedback } from '@/lib/services/coursework/write-feedback'
import { appOrigin } from '@/lib/services/edges/limits'
import { problem } from '@/lib/services/problem'

export const Input = z.strictObject({ assignmentId: Id, workId: Id.optional() })

type File = { name: string; mediaType: string; text: string | Uint8Array<ArrayBuffer> }

/** The feedback on one work as Markdown, or on all as an archive of one file a student. Without names where none are shown. */
export async function exportFeedback(
  actor: Actor,
  { assignmentId, workId }: z.infer<typeof Input>,
): Promise<Result<File>> {
  const opened = await openAssignment(actor, assignmentId, 'export-feedback')
  if (!opened.ok) return opened
  const { assignment, role } = opened
  const isNamed = seesNames(role, assignment)
  const [rubric, works, students] = await Promise.all([
    loadRubric(assignment),
    listWorks(assignmentId),
    readAliases(assignmentId),
  ])
  const files: Record<string, Uint8Array> = {}
  for (const work of works.filter(({ id }) => workId === undefined || id === workId)) {
    const student = students.get(work.alias)
    const label = isNamed ? (student?.name ?? work.alias) : work.alias
    const hide = (text: string) => (isNamed || !student ? text : maskNames(text, [student]))
    const feedback = await loadFeedback(work, { assignmentName: assignment.name, label, rubric }, hide)
    if (!feedback) continue
    const name = `${label.replace(/[^\p{L}\p{N}._-]+/gu, '-')}-${work.alias}.md`
    if (workId)
      return {
        ok: true,
        value: {
          name,
          mediaType: 'text/markdown; charset=utf-8',
          text: writeFeedback(feedback, appOrigin()),
        },
      }
    files[name] = strToU8(writeFeedback(feedback, appOrigin()))
  }
  if (Object.keys(files).length === 0)
    return problem('not-found', 'No review of this is finished yet, so there is no feedback to save.')
  return {
    ok: true,
    value: { name: 'feedback.zip', mediaType: 'application/zip', text: new Uint8Array(zipSync(files)) },
  }
}
