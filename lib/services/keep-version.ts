import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import { loadModel } from '@/lib/db/load-model'
import { countVersions, insertVersion } from '@/lib/db/versions'
import { canonicalJson } from '@/lib/model/canonical'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { line } from '@/lib/model/text'
import { z } from '@/lib/model/zod'
import { forbidden, modelNotFound, problem } from '@/lib/services/problem'
import { reportSource } from '@/lib/services/report-source'
import { reportInWorker } from '@/lib/workers/report-in-worker'

export const Input = z.strictObject({
  id: Id,
  name: line(100),
  note: z.string().trim().max(2000, 'A note has at most 2000 characters.'),
})

/** Each holds a whole document and report: this bounds what one model can fill. */
const MAX_VERSIONS = 200

/** Keeps the model as it stands under a name, with its report, so that neither changes under its readers any more. */
export async function keepVersion(
  actor: Actor,
  { id, name, note }: z.infer<typeof Input>,
  now = () => new Date(),
): Promise<Result<{ versionId: string }>> {
  const loaded = await loadModel(actor.workspaceId, id)
  if (!loaded) return modelNotFound()
  if (!can(actor, 'keep-version', loaded.head)) return forbidden('keep versions')
  if ((await countVersions(id)) >= MAX_VERSIONS) {
    return problem(
      'too-many',
      `A model keeps at most ${MAX_VERSIONS} versions. Ask an owner to remove one first.`,
    )
  }
  const { head, document } = loaded
  const at = now()
  const source = await reportSource(actor, loaded, at)
  if (!source.ok) return source
  const report = await reportInWorker({ source: source.value, wanted: { kind: 'text' } })
  if ('stopped' in report) return problem('too-large', report.stopped)
  const versionId = await insertVersion(head, {
    name,
    note,
    document: canonicalJson(document),
    report: report.text,
    keptBy: actor.name,
    at,
  })
  return { ok: true, value: { versionId } }
}
