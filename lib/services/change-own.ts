import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import { emptyOwnCatalogue, type OwnCatalogue } from '@/lib/catalogue/own/own-catalogue'
import { checkOwn } from '@/lib/catalogue/own/read-own'
import type { Pack } from '@/lib/catalogue/pack'
import { writeOwnCatalogue } from '@/lib/db/own-catalogues'
import type { Problem, Result } from '@/lib/model/protocol'
import { forbidden, problem } from '@/lib/services/problem'
import { compileOwn, workspacePack } from '@/lib/services/workspace-pack'

/** What saving own entries gives back: the version to save on top of, and the pack that new models are pinned to. */
export type SavedOwn = { version: number; packHash: string }

/**
 * The one way in which own entries change: the whole is checked by every rule, compiled to a new pack and written, or
 * nothing is.
 * @param version what the editor saw; when somebody saved since, nothing is overwritten.
 */
export async function changeOwn(
  actor: Actor,
  version: number,
  change: (own: OwnCatalogue, base: Pack) => unknown,
  now = () => new Date(),
): Promise<Result<SavedOwn>> {
  if (!can(actor, 'edit-catalogue', actor)) return forbidden('change the catalogue')
  const { workspaceId } = actor
  const pack = await workspacePack(workspaceId, now)
  if (!pack) return problem('conflict', 'There is no catalogue on this server yet. Start it with npm start.')
  if ((pack.stored?.version ?? 0) !== version) return changedMeanwhile()
  const checked = checkOwn(change(pack.stored?.own ?? emptyOwnCatalogue, pack.base.pack), pack.base.pack)
  if (!checked.ok) return unsound(checked.sentences)
  const at = now().toISOString()
  const { own } = checked
  const packHash = await compileOwn(workspaceId, pack.base.pack, own, at)
  const next = { own, baseHash: pack.base.hash, packHash, updatedAt: at, updatedBy: actor.name }
  const isWritten = await writeOwnCatalogue(workspaceId, version, next)
  return isWritten ? { ok: true, value: { version: version + 1, packHash } } : changedMeanwhile()
}

/** What the rules say against own entries, a sentence each. */
export function unsound(sentences: readonly string[]): Problem {
  const shown = sentences.slice(0, 20).map((sentence) => sentence.slice(0, 500))
  return {
    ...problem('invalid', shown[0] ?? 'These entries are not sound.'),
    issues: shown.map((sentence) => ({ path: '', sentence })),
  }
}

function changedMeanwhile(): Problem {
  return problem(
    'conflict',
    'Somebody changed the own entries meanwhile. Load the page again and make your change on top.',
  )
}
