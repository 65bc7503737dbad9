import type { Actor } from '@/lib/auth/actor'
import type { PreviewView } from '@/lib/coursework/views'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { readHandIn } from '@/lib/services/coursework/read-hand-in'

export const Input = z.strictObject({
  assignmentId: Id,
  from: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('text'),
      text: z.string().max(400_000, 'This text is too long to hand in.'),
    }),
    z.strictObject({ kind: z.literal('model'), modelId: Id }),
  ]),
})

/** What the checks say of a text or a model before it is handed in. Nothing is kept. */
export async function previewHandIn(
  actor: Actor,
  input: z.infer<typeof Input>,
): Promise<Result<PreviewView>> {
  const read = await readHandIn(actor, input)
  if (!read.ok) return read
  const { work, rubric } = read
  const { threats, findings, unassigned, unreadable } = work.reading
  const titleOf = (id: string) => rubric.criteria.find((one) => one.id === id)?.title ?? id
  const value = {
    unreadable: unreadable ?? null,
    threats: threats.map(({ platform, categories, component, firstLine, lastLine }) => ({
      platform,
      categories,
      component,
      firstLine,
      lastLine,
    })),
    findings: findings.map(({ id, title, firstLine }) => ({ id, title, firstLine })),
    unassigned: unassigned.length,
    checks: work.checks.map(({ criterion, result, says }) => ({ title: titleOf(criterion), result, says })),
  }
  return { ok: true, value }
}
