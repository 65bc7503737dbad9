import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import type { LoadedModel } from '@/lib/db/document-cache'
import { loadModel } from '@/lib/db/load-model'
import { env } from '@/lib/env/env'
import { formatCount } from '@/lib/model/format-count'
import { Id } from '@/lib/model/id'
import type { Problem, Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { parseLimits } from '@/lib/services/parse-limits'
import { forbidden, modelNotFound, problem } from '@/lib/services/problem'
import { planInWorker, prepareWorker } from '@/lib/workers/parse-in-worker'
import type { PlannedBytes } from '@/lib/workers/plan-given'
import type { GivenFile } from '@/lib/workers/unpack/unpack-files'

export const Input = z.strictObject({ id: Id })

/**
 * Files as they arrived, and the names of those that stayed where they are. When `signal` says that nobody waits any
 * more, reading them ends.
 */
export type Upload = { files: readonly GivenFile[]; beside?: readonly string[]; signal?: AbortSignal }

/** Says that files may come soon, or are on their way, so that whoever reads them is there and awake when they arrive. */
export function prepareImport(): void {
  prepareWorker(parseLimits())
}

/**
 * Works out what importing files into a model would do. Nothing is changed by it: sending the plan's `change` to the
 * model applies exactly what the plan shows, or is refused whole when the model has moved on. The plan comes as bytes of
 * JSON, so that a large one holds up nobody.
 */
export async function planImport(
  actor: Actor,
  { id }: z.infer<typeof Input>,
  upload: Upload,
): Promise<Result<PlannedBytes>> {
  const loaded = await loadModel(actor.workspaceId, id)
  if (!loaded) return modelNotFound()
  if (!can(actor, 'plan-import', loaded.head)) return forbidden('import files')
  const answer = await planInWorker(
    { files: upload.files, beside: upload.beside ?? [] },
    { modelId: loaded.head.id, document: loaded.document, baseSeq: loaded.head.seq },
    { limits: parseLimits(), owner: actor.workspaceId, signal: upload.signal },
  )
  if ('refused' in answer) return problem('too-large', answer.refused)
  return tooMany(loaded, answer) ?? { ok: true, value: answer }
}

function tooMany({ document }: LoadedModel, { addedComponents: added }: PlannedBytes): Problem | undefined {
  const count = Object.keys(document.components).length + added
  const most = env().limits.components
  return added > 0 && count > most
    ? problem(
        'too-large',
        `With these files the model would have ${formatCount(count)} components; at most ${formatCount(most)} are taken. Import fewer files, or split the system into several models.`,
      )
    : undefined
}
