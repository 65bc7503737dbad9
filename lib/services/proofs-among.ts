import { listEvidence } from '@/lib/db/evidence-files'
import { findCatalogue } from '@/lib/db/packs'
import { readRun } from '@/lib/db/scan-runs'
import type { Change } from '@/lib/model/change'
import { mitigationKey } from '@/lib/model/keys'

const MAX_RUNS_READ = 10

/**
 * The mitigations among those that changes call verified for which there is evidence beside the model: a run in which
 * one of their checks passed, or a file that was attached to them.
 */
export async function proofsAmong(
  modelId: string,
  catalogueHash: string,
  changes: readonly Change[],
): Promise<ReadonlySet<string>> {
  const proved = new Set<string>()
  const claims = changes.flatMap(({ edits }) =>
    edits.flatMap((edit) =>
      edit.type === 'set-mitigation' && edit.value?.status === 'verified' ? [edit.value] : [],
    ),
  )
  if (claims.length === 0) return proved
  const [catalogue, files] = await Promise.all([findCatalogue(catalogueHash), listEvidence(modelId)])
  const attached = new Set(files.map(({ id, about }) => `${id} ${about}`))
  const passed = new Map<string, ReadonlySet<string>>()
  for (const { evidence = [], mitigationId, elementId } of claims) {
    const controls = catalogue?.mitigations.get(mitigationId)?.controls ?? []
    const key = mitigationKey({ mitigationId, elementId })
    for (const id of evidence) {
      if (!passed.has(id) && passed.size < MAX_RUNS_READ) passed.set(id, await passedIn(modelId, id))
      const isShown = attached.has(`${id} ${key}`) || controls.some((control) => passed.get(id)?.has(control))
      if (isShown) proved.add(key)
    }
  }
  return proved
}

async function passedIn(modelId: string, runId: string): Promise<ReadonlySet<string>> {
  const checks = (await readRun(modelId, runId))?.checks ?? []
  // A check that fails for one container has passed for those that it does not name.
  return new Set(
    checks.flatMap(({ key, status, resource }) => (key && (status === 'pass' || resource) ? [key] : [])),
  )
}
