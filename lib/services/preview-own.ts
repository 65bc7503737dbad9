import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import { openCatalogue } from '@/lib/catalogue/catalogue'
import type { Example } from '@/lib/catalogue/entries'
import { extendPack } from '@/lib/catalogue/own/extend-pack'
import { emptyOwnCatalogue } from '@/lib/catalogue/own/own-catalogue'
import { checkOwn } from '@/lib/catalogue/own/read-own'
import { findCatalogue } from '@/lib/db/packs'
import type { Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { unsound } from '@/lib/services/change-own'
import { compareModels, type ModelDifference } from '@/lib/services/compare-models'
import { OwnChange } from '@/lib/services/own-change'
import { prepareOwn } from '@/lib/services/prepare-own'
import { forbidden, problem } from '@/lib/services/problem'
import { workspacePack } from '@/lib/services/workspace-pack'

export const Input = z.strictObject({ change: OwnChange })

/** What a change of own entries would do: model by model, and the examples that prove a threat. */
export type OwnPreview = { models: ModelDifference[]; examples: Example[] }

/** Tries a change of own entries on every model of the workspace. Nothing is kept. */
export async function previewOwn(
  actor: Actor,
  { change }: z.infer<typeof Input>,
): Promise<Result<OwnPreview>> {
  if (!can(actor, 'edit-catalogue', actor)) return forbidden('change the catalogue')
  const pack = await workspacePack(actor.workspaceId)
  if (!pack) return problem('conflict', 'There is no catalogue on this server yet. Start it with npm start.')
  const before = (await findCatalogue(pack.hash)) ?? pack.base
  const draft = prepareOwn(pack.stored?.own ?? emptyOwnCatalogue, change, pack.base.pack)
  const checked = checkOwn(draft, pack.base.pack)
  if (!checked.ok) return unsound(checked.sentences)
  const after = openCatalogue(extendPack(pack.base.pack, checked.own, actor.workspaceId))
  const models = await compareModels(actor, () => before, after)
  const examples =
    change.do === 'put' && change.list === 'threats'
      ? (after.threats.get(change.entry.id)?.examples ?? [])
      : []
  return { ok: true, value: { models, examples } }
}
