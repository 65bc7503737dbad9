import { analyse } from '@/lib/analysis/analyse'
import { threatRows } from '@/lib/analysis/threat-rows'
import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import type { ReadWork } from '@/lib/coursework/intake/read-unit'
import type { Rubric } from '@/lib/coursework/rubric/rubric'
import { writeModelText } from '@/lib/coursework/write-model-text'
import { loadModel } from '@/lib/db/load-model'
import { findCatalogue } from '@/lib/db/packs'
import type { Problem } from '@/lib/model/protocol'
import { openAssignment } from '@/lib/services/coursework/access'
import { loadRubric } from '@/lib/services/coursework/load-rubric'
import { readerContent } from '@/lib/services/coursework/reader-content'
import { modelNotFound, problem } from '@/lib/services/problem'
import { courseworkInWorker } from '@/lib/workers/coursework-in-worker'

type HandIn = {
  assignmentId: string
  from: { kind: 'text'; text: string } | { kind: 'model'; modelId: string }
}
type Opened = Extract<Awaited<ReturnType<typeof openAssignment>>, { ok: true }>
type ReadHandIn = { ok: true; work: ReadWork; rubric: Rubric } & Pick<Opened, 'assignment' | 'course'>

/** Reads what a student is about to hand in, as an intake would. */
export async function readHandIn(
  actor: Actor,
  { assignmentId, from }: HandIn,
): Promise<ReadHandIn | Problem> {
  const opened = await openAssignment(actor, assignmentId, 'hand-in')
  if (!opened.ok) return opened
  const { assignment, course } = opened
  const text = from.kind === 'text' ? from.text : await textOfModel(actor, from.modelId)
  if (typeof text !== 'string') return text
  if (text.trim() === '') return problem('invalid', 'There is nothing to hand in yet: the text is empty.')
  const content = await readerContent(assignment)
  const files = [{ path: 'work.txt', bytes: new TextEncoder().encode(text) }]
  const answer = await courseworkInWorker({ kind: 'take-in', files, students: [], content })
  if ('stopped' in answer) return problem('too-large', answer.stopped)
  const work = answer.units[0]?.work
  if (!work) return problem('invalid', 'This could not be read as a text.')
  return { ok: true, work, assignment, course, rubric: await loadRubric(assignment) }
}

async function textOfModel(actor: Actor, modelId: string): Promise<string | Problem> {
  const loaded = await loadModel(actor.workspaceId, modelId)
  if (!loaded || !can(actor, 'read-model', loaded.head)) return modelNotFound()
  const catalogue = await findCatalogue(loaded.head.catalogueHash)
  if (!catalogue) return problem('conflict', 'The catalogue of this model is not on this server.')
  const rows = threatRows(analyse(loaded.document, catalogue), new Date().toISOString())
  return writeModelText(loaded.document, rows, catalogue)
}
