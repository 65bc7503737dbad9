import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import { loadModel } from '@/lib/db/load-model'
import { insertModel } from '@/lib/db/models'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { Meta } from '@/lib/model/threat-model'
import { z } from '@/lib/model/zod'
import { forbidden, modelNotFound } from '@/lib/services/problem'

export const Input = z.strictObject({ id: Id, name: Meta.shape.name.optional() })

/** Makes a model that begins as another one is now, with all that was decided in it and a history of its own. */
export async function duplicateModel(
  actor: Actor,
  { id, name }: z.infer<typeof Input>,
  now = () => new Date(),
): Promise<Result<{ id: string }>> {
  const loaded = await loadModel(actor.workspaceId, id)
  if (!loaded) return modelNotFound()
  if (!can(actor, 'duplicate-model', loaded.head)) return forbidden('duplicate a model')
  const { meta } = loaded.document
  const document = { ...loaded.document, meta: { ...meta, name: name ?? copyName(meta.name) } }
  const change = { id: randomUUID(), label: `Duplicate ${meta.name}`.slice(0, 200), atomic: true, edits: [] }
  const payload = { change, by: actor.name, refused: [], document }
  const entry = { payload, actor: actor.userId, at: now().toISOString() }
  const head = await insertModel({ id: randomUUID(), workspaceId: actor.workspaceId, document, entry })
  return { ok: true, value: { id: head.id } }
}

/** Whole characters only: half of a pair would be no text. */
function copyName(name: string): string {
  return `Copy of ${[...name].slice(0, 150).join('')}`.slice(0, 200)
}
