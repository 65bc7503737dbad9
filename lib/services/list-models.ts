import { analyse } from '@/lib/analysis/analyse'
import { summarise } from '@/lib/analysis/summary'
import { threatRows } from '@/lib/analysis/threat-rows'
import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import { loadModel, type ModelHead } from '@/lib/db/load-model'
import { listHeads } from '@/lib/db/models'
import { findCatalogue } from '@/lib/db/packs'
import { type CountsKey, keepCounts, readCounts } from '@/lib/db/verdict-cache'
import type { ModelCard, Result, ThreatCounts } from '@/lib/model/protocol'

/**
 * The models of the actor's workspace, the one changed last first. Counts come from the cache; those that no longer hold
 * are counted here, not when somebody saves.
 */
export async function listModels(actor: Actor, now = () => new Date()): Promise<Result<ModelCard[]>> {
  const heads = (await listHeads(actor.workspaceId)).filter((head) => can(actor, 'read-model', head))
  const at = now().toISOString()
  const kept = await readCounts(heads.map((head) => countsKey(head, at)))
  const cards: ModelCard[] = []
  for (const head of heads) {
    const counts = kept.get(head.id) ?? (await count(actor, head, at))
    cards.push({
      id: head.id,
      name: head.name,
      seq: head.seq,
      components: head.componentCount,
      flows: head.flowCount,
      ...(counts && { counts }),
      createdAt: head.createdAt.toISOString(),
      updatedAt: head.updatedAt.toISOString(),
    })
  }
  return { ok: true, value: cards }
}

function countsKey(head: ModelHead, at: string): CountsKey {
  return { modelId: head.id, seq: head.seq, packHash: head.catalogueHash, day: at.slice(0, 10) }
}

/** Undefined when the model was deleted meanwhile or its pack is not here. */
async function count(actor: Actor, { id }: ModelHead, at: string): Promise<ThreatCounts | undefined> {
  const loaded = await loadModel(actor.workspaceId, id)
  const catalogue = loaded && (await findCatalogue(loaded.head.catalogueHash))
  if (!catalogue) return undefined
  const counts = summarise(threatRows(analyse(loaded.document, catalogue), at))
  await keepCounts(countsKey(loaded.head, at), counts)
  return counts
}
