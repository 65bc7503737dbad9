import { analyse } from '@/lib/analysis/analyse'
import { summarise } from '@/lib/analysis/summary'
import { threatRows } from '@/lib/analysis/threat-rows'
import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import type { ModelHead } from '@/lib/db/document-cache'
import { loadModel } from '@/lib/db/load-model'
import { listHeads, listNames } from '@/lib/db/models'
import { findCatalogue } from '@/lib/db/packs'
import { type CountsKey, keepCounts, readCounts } from '@/lib/db/verdict-cache'
import type { ModelCard, Result, ThreatCounts } from '@/lib/model/protocol'
import type { ThreatModel } from '@/lib/model/threat-model'
import { emptyOverdue } from '@/lib/services/bin'

/** So that a first look at a large workspace answers at once: the others are counted when the list is asked for again. */
const MAX_COUNTED = 40

/**
 * The models of the actor's workspace, the one changed last first. Counts come from the cache; those that no longer hold
 * are counted here, not when somebody saves.
 */
export async function listModels(actor: Actor, now = () => new Date()): Promise<Result<ModelCard[]>> {
  await emptyOverdue(now())
  const heads = (await listHeads(actor.workspaceId)).filter((head) => can(actor, 'read-model', head))
  const at = now().toISOString()
  const kept = await readCounts(heads.map((head) => countsKey(head, at)))
  const cards: ModelCard[] = []
  let left = MAX_COUNTED
  for (const head of heads) {
    const known = kept.get(head.id)
    const isCounting = !known && left === 0
    if (!known && !isCounting) left -= 1
    const counts = known ?? (isCounting ? undefined : await count(actor, head, at))
    cards.push({
      id: head.id,
      name: head.name,
      seq: head.seq,
      components: head.componentCount,
      flows: head.flowCount,
      ...(counts && { counts }),
      ...(isCounting && { isCounting }),
      createdAt: head.createdAt.toISOString(),
      updatedAt: head.updatedAt.toISOString(),
      ...(head.archivedAt && { archivedAt: head.archivedAt.toISOString() }),
    })
  }
  return { ok: true, value: cards }
}

/** Ids and names of the actor's models, for choosing one. */
export async function listModelNames(actor: Actor): Promise<{ id: string; name: string }[]> {
  return can(actor, 'read-model', actor) ? listNames(actor.workspaceId) : []
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
  await keepCounts(countsKey(loaded.head, at), holdsUntil(loaded.document, at.slice(0, 10)), counts)
  return counts
}

/** The last day before time alone changes anything: an accepted risk runs out. */
function holdsUntil({ decisions }: ThreatModel, today: string): string {
  const days = Object.values(decisions).flatMap(({ expires }) =>
    expires && expires >= today ? [expires] : [],
  )
  return days.sort()[0] ?? '9999-12-31'
}
