import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/auth/actor'
import { HARDENING_TEMPLATE } from '@/lib/coursework/rubric/hardening-template'
import { type Rubric, specificationLevels } from '@/lib/coursework/rubric/rubric'
import { insertAssignment } from '@/lib/db/coursework/assignments'
import { canonicalJson } from '@/lib/model/canonical'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { line, Moment } from '@/lib/model/text'
import { z } from '@/lib/model/zod'
import { openCourse } from '@/lib/services/coursework/access'

export const Input = z.strictObject({
  courseId: Id,
  name: line(200).optional(),
  from: z.enum(['hardening', 'empty']),
  isAnonymous: z.boolean(),
  hasSecondMarker: z.boolean(),
  dueAt: Moment.nullable(),
})

const empty: Rubric = {
  scale: 'specification',
  criteria: [
    { id: 'overall', title: 'The work as a whole', help: '', levels: specificationLevels(), checks: [] },
  ],
}

/** Makes an assignment, from the exercise that ships with Bulkhead or with one criterion to begin with. */
export async function createAssignment(
  actor: Actor,
  input: z.infer<typeof Input>,
  now = () => new Date(),
): Promise<Result<{ id: string }>> {
  const { courseId, name, from, isAnonymous, hasSecondMarker, dueAt } = input
  const opened = await openCourse(actor, courseId, 'manage-course')
  if (!opened.ok) return opened
  const id = randomUUID()
  const template =
    from === 'hardening' ? HARDENING_TEMPLATE : { name: 'New assignment', instructions: '', rubric: empty }
  await insertAssignment({
    id,
    courseId,
    name: name ?? template.name,
    instructions: template.instructions,
    isAnonymous,
    hasSecondMarker,
    dueAt: dueAt === null ? null : new Date(dueAt),
    rubric: canonicalJson(template.rubric),
    by: actor.name,
    now: now(),
  })
  return { ok: true, value: { id } }
}
