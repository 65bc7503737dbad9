import { type FilesToPost, postFiles } from '@/components/imports/post-files'
import type { ImportPlan } from '@/lib/importers/import-plan'
import type { Result } from '@/lib/model/protocol'

/** Asks the server what importing these files into the model would do. Nothing is changed by asking. */
export function requestPlan(modelId: string, files: FilesToPost): Promise<Result<ImportPlan>> {
  return postFiles(`/api/models/${encodeURIComponent(modelId)}/imports`, files)
}
