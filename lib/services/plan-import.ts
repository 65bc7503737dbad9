import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import { type LoadedModel, loadModel } from '@/lib/db/load-model'
import { env } from '@/lib/env/env'
import type { ImportPlan } from '@/lib/importers/import-plan'
import { planImport as compare } from '@/lib/importers/plan-import'
import { digest } from '@/lib/model/canonical'
import { Id } from '@/lib/model/id'
import type { Problem, Result } from '@/lib/model/protocol'
import { elementOf } from '@/lib/model/threat-model'
import { z } from '@/lib/model/zod'
import { forbidden, modelNotFound, problem } from '@/lib/services/problem'
import { PARSE_LIMITS, parseInWorker } from '@/lib/workers/parse-in-worker'
import type { GivenFile } from '@/lib/workers/unpack/unpack-files'

export const Input = z.strictObject({ id: Id })

/**
 * Files as they arrived, and the names of those that stayed where they are. When `signal` says that nobody waits any
 * more, reading them ends.
 */
export type Upload = { files: readonly GivenFile[]; beside?: readonly string[]; signal?: AbortSignal }

/**
 * Works out what importing files into a model would do. Nothing is changed by it: sending the plan's `change` to the
 * model applies exactly what the plan shows, or is refused whole when the model has moved on.
 */
export async function planImport(
  actor: Actor,
  { id }: z.infer<typeof Input>,
  upload: Upload,
): Promise<Result<ImportPlan>> {
  const loaded = await loadModel(actor.workspaceId, id)
  if (!loaded) return modelNotFound()
  if (!can(actor, 'plan-import', loaded.head)) return forbidden('import files')
  const { limits } = env()
  const answer = await parseInWorker(
    { files: upload.files, beside: upload.beside ?? [] },
    {
      ...PARSE_LIMITS,
      timeoutMs: limits.parseMs,
      memoryMb: limits.parseMemoryMb,
      maxLength: limits.uploadBytes,
      unpack: limits.unpack,
    },
    undefined,
    upload.signal,
  )
  if ('refused' in answer) return problem('too-large', answer.refused)
  const plan = compare(loaded.document, answer.extracts, {
    baseSeq: loaded.head.seq,
    newId: (key) => (key === 'change' ? randomUUID() : elementId(loaded, key)),
  })
  const unreadable = [...plan.unreadable, ...answer.unreadable]
  const { outcomes } = answer
  return tooMany(loaded, plan) ?? { ok: true, value: { ...plan, unreadable, outcomes } }
}

/**
 * The id of a new element, made of its natural key: of two plans of the same files, the one that is committed second is
 * refused instead of adding everything again.
 */
function elementId({ head, document }: LoadedModel, key: string): string {
  const id = digest([head.id, key])
  return elementOf(document, id) ? randomUUID() : id
}

function tooMany({ document }: LoadedModel, plan: ImportPlan): Problem | undefined {
  const added = plan.added.filter((item) => item.kind === 'component').length
  const count = Object.keys(document.components).length + added
  const most = env().limits.components
  return added > 0 && count > most
    ? problem(
        'too-large',
        `With these files the model would have ${count} components; at most ${most} are taken. Import fewer files, or split the system into several models.`,
      )
    : undefined
}
