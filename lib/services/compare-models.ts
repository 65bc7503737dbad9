import { analyse } from '@/lib/analysis/analyse'
import { compareAnalyses, type VerdictChange } from '@/lib/analysis/compare-analyses'
import { nameElement } from '@/lib/analysis/words/name-element'
import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { ModelHead } from '@/lib/db/document-cache'
import { loadModel } from '@/lib/db/load-model'
import { listHeads } from '@/lib/db/models'

/** What would change in a model. `changes` holds the first ones; `total` counts all. */
export type ModelDifference = {
  id: string
  name: string
  changes: (VerdictChange & { element: string })[]
  total: number
  /** How many verdicts would become raised, possible or countered, or go; and how many of all were decided on. */
  counts: { raised: number; possible: number; countered: number; gone: number; decided: number }
}

const MAX_MODELS = 50
const MAX_CHANGES = 100

/**
 * Looks at the workspace's models with another catalogue, the ones changed last. Models that it changes nothing in are
 * listed with no changes.
 * @param beforeOf the catalogue that a model is looked at with now; a model without one is left out.
 */
export async function compareModels(
  actor: Actor,
  beforeOf: (head: ModelHead) => Catalogue | undefined | Promise<Catalogue | undefined>,
  after: Catalogue,
): Promise<ModelDifference[]> {
  const heads = (await listHeads(actor.workspaceId)).filter((head) => can(actor, 'read-model', head))
  const found: ModelDifference[] = []
  for (const head of heads.slice(0, MAX_MODELS)) {
    const before = await beforeOf(head)
    const loaded = before && (await loadModel(actor.workspaceId, head.id))
    if (!loaded) continue
    const { document } = loaded
    const now = analyse(document, after)
    const changes = compareAnalyses(analyse(document, before), now)
    const counts = { raised: 0, possible: 0, countered: 0, gone: 0, decided: 0 }
    for (const { after: state, isDecided } of changes) {
      counts[state ?? 'gone'] += 1
      if (isDecided) counts.decided += 1
    }
    found.push({
      id: head.id,
      name: head.name,
      changes: changes
        .slice(0, MAX_CHANGES)
        .map((change) => ({ ...change, element: nameElement(change.elementId, document, after) })),
      total: changes.length,
      counts,
    })
    // Others get their turn between two models.
    await new Promise((resolve) => setImmediate(resolve))
  }
  return found
}
