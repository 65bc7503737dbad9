import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import { database } from '@/lib/db/database'
import { findHead } from '@/lib/db/load-model'
import { findVersion, type WholeVersion } from '@/lib/db/versions'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import type { ThreatModel } from '@/lib/model/threat-model'
import { z } from '@/lib/model/zod'
import type { Report } from '@/lib/reports/report'
import { type VersionView, versionView } from '@/lib/services/list-versions'
import { modelNotFound, problem } from '@/lib/services/problem'

export const Input = z.strictObject({ id: Id, versionId: Id })

export type KeptVersion = VersionView & { document: ThreatModel; report: Report }

/** A named version with what it holds, exactly as it was kept. */
export async function getVersion(actor: Actor, input: z.infer<typeof Input>): Promise<Result<KeptVersion>> {
  const kept = await getKept(actor, input)
  if (!kept.ok) return kept
  const document = JSON.parse(kept.value.document) as ThreatModel
  const report = JSON.parse(kept.value.report) as Report
  return { ok: true, value: { ...versionView(kept.value), document, report } }
}

/** The same with model and report as the JSON that was kept. */
export async function getKept(
  actor: Actor,
  { id, versionId }: z.infer<typeof Input>,
): Promise<Result<WholeVersion>> {
  const head = await findHead(database().client, actor.workspaceId, id)
  if (!head || !can(actor, 'read-history', head)) return modelNotFound()
  const found = await findVersion(id, versionId)
  if (!found) return problem('not-found', 'There is no such version of this model. It may have been removed.')
  return { ok: true, value: found }
}
