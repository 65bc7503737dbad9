import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import { loadModel } from '@/lib/db/load-model'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { modelNotFound, problem } from '@/lib/services/problem'
import { reportSource } from '@/lib/services/report-source'
import { reportInWorker } from '@/lib/workers/report-in-worker'
import type { ReportPage } from '@/lib/workers/report-protocol'

export const Input = z.strictObject({ id: Id })

// A browser that shows more than this is slow to scroll, and nobody reads that far on a page.
const MAX_BLOCKS = 1500

/** The report of a model as a page shows it: the beginning of what its Markdown file says. */
export async function viewReport(
  actor: Actor,
  { id }: z.infer<typeof Input>,
  now = () => new Date(),
): Promise<Result<ReportPage>> {
  const loaded = await loadModel(actor.workspaceId, id)
  if (!loaded || !can(actor, 'read-model', loaded.head)) return modelNotFound()
  const source = await reportSource(actor, loaded, now())
  if (!source.ok) return source
  const page = await reportInWorker({ source: source.value, wanted: { kind: 'view', maxBlocks: MAX_BLOCKS } })
  return 'stopped' in page ? problem('too-large', page.stopped) : { ok: true, value: page }
}
