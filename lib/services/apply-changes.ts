import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import { database } from '@/lib/db/database'
import type { LoadedModel, ModelHead } from '@/lib/db/document-cache'
import { inTurn } from '@/lib/db/in-turn'
import { lastKnown, loadModel } from '@/lib/db/load-model'
import { entriesSince, findSent, type Since } from '@/lib/db/log-entries'
import { hasPack } from '@/lib/db/packs'
import { StaleModel, saveChanges } from '@/lib/db/save-changes'
import { env } from '@/lib/env/env'
import type { Change } from '@/lib/model/change'
import type { ChangesAnswer, Result } from '@/lib/model/protocol'
import type { ChangesInput } from '@/lib/services/parse-changes'
import { modelNotFound, problem } from '@/lib/services/problem'
import { proofsAmong } from '@/lib/services/proofs-among'
import { type Outcome, workOutChanges } from '@/lib/services/work-out-changes'

/**
 * Applies changes to a model in the order given and answers when what was accepted is durable. A change that was sent
 * before is not applied again; an edit whose `was` no longer holds is refused with the value that stands.
 */
export function applyChanges(
  actor: Actor,
  input: ChangesInput,
  now = () => new Date(),
): Promise<Result<ChangesAnswer>> {
  return inTurn(input.id, async () => {
    const at = now().toISOString()
    const last = lastKnown(actor.workspaceId, input.id)
    try {
      if (last) return await attempt(actor, input, at, last)
    } catch (error) {
      if (!(error instanceof StaleModel)) throw error
    }
    return attemptAnew(actor, input, at)
  })
}

const ARCHIVED = 'This model is archived. Bring it back on the list of models before you change it.'

/** On top of what the database holds. */
async function attemptAnew(actor: Actor, input: ChangesInput, at: string): Promise<Result<ChangesAnswer>> {
  const loaded = await loadModel(actor.workspaceId, input.id)
  if (!loaded || !can(actor, 'read-model', loaded.head)) return modelNotFound()
  if (loaded.head.archivedAt) return problem('conflict', ARCHIVED)
  try {
    return await attempt(actor, input, at, loaded, { isRead: true })
  } catch (error) {
    // Another process wrote in between: look at what it wrote and try once more.
    if (error instanceof StaleModel) return attemptAnew(actor, input, at)
    throw error
  }
}

/**
 * Works the changes out and saves them.
 * @throws StaleModel when the model is no longer as it was loaded. Where nothing is to be saved nobody would notice, so
 * then it has to have been read just now.
 */
async function attempt(
  actor: Actor,
  input: ChangesInput,
  at: string,
  loaded: LoadedModel,
  { isRead = false } = {},
): Promise<Result<ChangesAnswer>> {
  const outcome = await workOut(actor, loaded, input.changes, at)
  if (outcome.entries.length === 0 && !isRead) throw new StaleModel()
  const head = outcome.entries.length > 0 ? await save(actor, loaded, outcome, at) : loaded.head
  const before = await entriesSince(database().client, loaded.head, input.base)
  const { accepted, refused } = outcome
  const since = withOwn(before, loaded.head.seq, outcome, { by: actor.name, at })
  return { ok: true, value: { seq: head.seq, accepted, refused, ...since } }
}

// More than this, and loading the model anew costs a browser less than applying it.
const MAX_OWN_EDITS = 5000

/** What happened before, and then what was saved just now, which need not be read back. */
function withOwn(before: Since, seq: number, { entries }: Outcome, stamp: { by: string; at: string }): Since {
  const edits = entries.reduce((sum, { change }) => sum + change.edits.length, 0)
  if (before.reload || edits > MAX_OWN_EDITS) return { since: [], reload: true }
  const own = entries.map(({ change }, index) => ({ seq: seq + index + 1, change, ...stamp }))
  return { since: [...before.since, ...own] }
}

async function workOut(
  actor: Actor,
  { head, document }: LoadedModel,
  changes: Change[],
  at: string,
): Promise<Outcome> {
  const ids = changes.map((change) => change.id)
  const sent = await findSent(database().client, head.id, ids)
  const packs = await packsAmong(changes, head.workspaceId)
  const { workspaceId } = head
  const proved = await proofsAmong(head.id, head.catalogueHash, changes)
  const maxComponents = env().limits.components
  return workOutChanges({ actor, workspaceId, document, sent, packs, proved, maxComponents, at }, changes)
}

async function packsAmong(changes: readonly Change[], workspaceId: string): Promise<Set<string>> {
  const pinned = new Set<string>()
  for (const { edits } of changes)
    for (const edit of edits) if (edit.type === 'pin-catalogue') pinned.add(edit.value)
  const here = await Promise.all(
    [...pinned].map(async (hash) => ((await hasPack(hash, workspaceId)) ? [hash] : [])),
  )
  return new Set(here.flat())
}

function save(actor: Actor, loaded: LoadedModel, outcome: Outcome, at: string): Promise<ModelHead> {
  const entries = outcome.entries.map((entry) => ({
    payload: { ...entry, by: actor.name },
    actor: actor.userId,
    at,
  }))
  return saveChanges(loaded, { entries, document: outcome.document, touched: outcome.touched })
}
