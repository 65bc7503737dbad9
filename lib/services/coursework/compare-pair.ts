import type { Actor } from '@/lib/auth/actor'
import { seesNames } from '@/lib/auth/course-policy'
import { maskNames } from '@/lib/coursework/mask-names'
import type { PairView } from '@/lib/coursework/views'
import { fineReasonOf, setFinePair } from '@/lib/db/coursework/fine-pairs'
import { findAliased } from '@/lib/db/coursework/roster'
import { readContent } from '@/lib/db/coursework/works'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { text } from '@/lib/model/text'
import { z } from '@/lib/model/zod'
import { courseworkNotFound, openWork } from '@/lib/services/coursework/access'
import { problem } from '@/lib/services/problem'
import { courseworkInWorker } from '@/lib/workers/coursework-in-worker'

export const Input = z.strictObject({ firstId: Id, secondId: Id })

/** Two works side by side, with the lines that share word runs. */
export async function comparePair(
  actor: Actor,
  { firstId, secondId }: z.infer<typeof Input>,
): Promise<Result<PairView>> {
  const first = await openWork(actor, firstId, 'compare-works')
  if (!first.ok) return first
  const second = await openWork(actor, secondId, 'compare-works')
  if (!second.ok) return second
  const { assignment, role } = first
  if (second.assignment.id !== assignment.id) return courseworkNotFound()
  const isNamed = seesNames(role, assignment)
  const works = [first.work, second.work]
  const students = await Promise.all(works.map(({ alias }) => findAliased(assignment.id, alias)))
  // Who copied took the other's name along at times: each text is shown without either.
  const people = students.flatMap((student) => student ?? [])
  const sides = await Promise.all(
    works.map(async ({ id, alias }, at) => {
      const content = await readContent(id)
      return {
        id,
        label: isNamed ? (students[at]?.name ?? alias) : alias,
        text: isNamed ? content.text : maskNames(content.text, people),
        compared: { id, text: content.text, reading: JSON.parse(content.reading) },
      }
    }),
  )
  const [a, b] = sides
  if (!a || !b) return courseworkNotFound()
  const base = [assignment.instructions]
  const answer = await courseworkInWorker({ kind: 'passages', a: a.compared, b: b.compared, base })
  if ('stopped' in answer) return problem('too-large', answer.stopped)
  const side = ({ id, label, text: own }: typeof a) => ({ id, label, text: own })
  const value = {
    a: side(a),
    b: side(b),
    threats: answer.pair?.threats ?? 0,
    findings: answer.pair?.findings ?? 0,
    passages: answer.passages,
    fineReason: await fineReasonOf(assignment.id, firstId, secondId),
  }
  return { ok: true, value }
}

export const FineInput = z.strictObject({ firstId: Id, secondId: Id, reason: text(500), isFine: z.boolean() })

/** Notes that the likeness of two works is fine, or takes that back. No mark changes by it. */
export async function markPairFine(
  actor: Actor,
  { firstId, secondId, reason, isFine }: z.infer<typeof FineInput>,
  now = () => new Date(),
): Promise<Result<{ isFine: boolean }>> {
  const first = await openWork(actor, firstId, 'compare-works')
  if (!first.ok) return first
  const second = await openWork(actor, secondId, 'compare-works')
  if (!second.ok) return second
  if (first.assignment.id !== second.assignment.id) return courseworkNotFound()
  const assignmentId = first.assignment.id
  await setFinePair({ assignmentId, a: firstId, b: secondId, reason, by: actor.name, at: now(), isFine })
  return { ok: true, value: { isFine } }
}
