import { postJson } from '@/components/imports/post-json'
import type { ImportPlan } from '@/lib/importers/import-plan'
import type { ImportRequest, Result } from '@/lib/model/protocol'

/** Asks the server what importing these files into the model would do. Nothing is changed by asking. */
export function requestPlan(
  modelId: string,
  files: ImportRequest['files'],
  signal: AbortSignal,
): Promise<Result<ImportPlan>> {
  return postJson(`/api/models/${encodeURIComponent(modelId)}/imports`, { files }, signal)
}
