import { analyse } from '@/lib/analysis/analyse'
import { threatRows } from '@/lib/analysis/threat-rows'
import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import type { ModelHead } from '@/lib/db/document-cache'
import { loadModel } from '@/lib/db/load-model'
import { listHeads } from '@/lib/db/models'
import { findCatalogue } from '@/lib/db/packs'
import type { Result } from '@/lib/model/protocol'

/** How one threat stands in a model: rows by what analysis and people say. */
export type Standing = { raised: number; possible: number; countered: number; decided: number }

/** A model with its threats; `byThreat` holds only those that stand in it. */
export type ModelStanding = { id: string; name: string; byThreat: ReadonlyMap<string, Standing> }

/** Models that are looked at; the ones changed last. */
const MAX_MODELS = 50

// Analysing a model takes longer than anything else here, and what it gives holds until the model changes.
const kept = new Map<string, { key: string; byThreat: ReadonlyMap<string, Standing> }>()
const MAX_KEPT = 200

/** Where the catalogue's threats stand in the models of the actor's workspace, the one changed last first. */
export async function countStanding(actor: Actor, now = () => new Date()): Promise<Result<ModelStanding[]>> {
  const heads = (await listHeads(actor.workspaceId)).filter((head) => can(actor, 'read-model', head))
  const day = now().toISOString().slice(0, 10)
  const found: ModelStanding[] = []
  for (const head of heads.slice(0, MAX_MODELS)) {
    const byThreat = await standingIn(actor, head, day)
    if (byThreat) found.push({ id: head.id, name: head.name, byThreat })
  }
  return { ok: true, value: found }
}

async function standingIn(
  actor: Actor,
  head: ModelHead,
  day: string,
): Promise<ReadonlyMap<string, Standing> | undefined> {
  const key = `${head.seq}|${head.catalogueHash}|${day}`
  const before = kept.get(head.id)
  if (before?.key === key) return before.byThreat
  const loaded = await loadModel(actor.workspaceId, head.id)
  const catalogue = loaded && (await findCatalogue(loaded.head.catalogueHash))
  if (!catalogue) return undefined
  const byThreat = new Map<string, Standing>()
  for (const row of threatRows(analyse(loaded.document, catalogue), day)) {
    if (row.state === 'silent') continue
    const counts = byThreat.get(row.threatId) ?? { raised: 0, possible: 0, countered: 0, decided: 0 }
    byThreat.set(row.threatId, counts)
    if (row.state === 'countered') counts.countered += 1
    else if (!row.isOpen) counts.decided += 1
    else if (row.state === 'possible') counts.possible += 1
    else counts.raised += 1
  }
  const [oldest] = kept.keys()
  if (kept.size >= MAX_KEPT && oldest !== undefined) kept.delete(oldest)
  kept.set(head.id, { key, byThreat })
  return byThreat
}
