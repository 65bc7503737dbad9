import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import { insertCourse } from '@/lib/db/coursework/courses'
import type { Result } from '@/lib/model/protocol'
import { line } from '@/lib/model/text'
import { z } from '@/lib/model/zod'
import { forbidden } from '@/lib/services/problem'

export const Input = z.strictObject({ name: line(200) })

/** Makes a course in the actor's workspace; they are its instructor. */
export async function createCourse(
  actor: Actor,
  { name }: z.infer<typeof Input>,
  now = () => new Date(),
): Promise<Result<{ id: string }>> {
  if (!can(actor, 'create-course', actor)) return forbidden('make a course')
  const id = randomUUID()
  await insertCourse({ id, workspaceId: actor.workspaceId, name, userId: actor.userId, now: now() })
  return { ok: true, value: { id } }
}
