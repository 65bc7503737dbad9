import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import { database } from '@/lib/db/database'
import { findHead } from '@/lib/db/load-model'
import { countNotes, writeNotes } from '@/lib/db/scan-runs'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import type { FindingChoice } from '@/lib/model/scan-run'
import { line, text } from '@/lib/model/text'
import { z } from '@/lib/model/zod'
import { forbidden, modelNotFound, problem } from '@/lib/services/problem'

const MAX_NOTES = 5000

/** `elementIds`: the components that the name means, none for "it is not in this model", null to forget what was said. */
export const PlaceInput = z.strictObject({
  id: Id,
  target: line(400),
  elementIds: z.array(Id).max(50).nullable(),
})

/** Says which components a name in scans means. */
export async function placeFindings(
  actor: Actor,
  { id, target, elementIds }: z.infer<typeof PlaceInput>,
): Promise<Result<{ target: string }>> {
  const refusal = await refuse(actor, id, 'import-scan', 'place findings')
  if (refusal) return refusal
  await writeNotes(id, 'place', [{ key: target, body: elementIds }])
  return { ok: true, value: { target } }
}

/** `reason`: why these, null when they are no longer to be fixed. */
export const ChooseInput = z.strictObject({
  id: Id,
  findings: z.array(line(1000)).min(1).max(500),
  reason: text(2000).nullable(),
})

/** Says which findings are to be fixed, and why these. */
export async function chooseFindings(
  actor: Actor,
  { id, findings, reason }: z.infer<typeof ChooseInput>,
  now = () => new Date(),
): Promise<Result<{ choices: FindingChoice[] }>> {
  const refusal = await refuse(actor, id, 'judge-findings', 'choose findings')
  if (refusal) return refusal
  const stamp = { by: actor.name, at: now().toISOString() }
  const choices = reason === null ? [] : findings.map((finding) => ({ finding, reason, ...stamp }))
  const bodies = new Map(choices.map((choice) => [choice.finding, choice]))
  await writeNotes(
    id,
    'choice',
    findings.map((key) => ({ key, body: bodies.get(key) ?? null })),
  )
  return { ok: true, value: { choices } }
}

async function refuse(actor: Actor, id: string, what: 'import-scan' | 'judge-findings', words: string) {
  const head = await findHead(database().client, actor.workspaceId, id)
  if (!head) return modelNotFound()
  if (!can(actor, what, head)) return forbidden(words)
  if ((await countNotes(id)) >= MAX_NOTES)
    return problem('too-large', `At most ${MAX_NOTES} notes on findings are kept for a model.`)
  return undefined
}
