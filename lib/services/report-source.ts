import type { Actor } from '@/lib/auth/actor'
import type { LoadedModel } from '@/lib/db/document-cache'
import { findPackBody } from '@/lib/db/packs'
import type { Result } from '@/lib/model/protocol'
import { findingsForReport } from '@/lib/services/findings-for-report'
import { problem } from '@/lib/services/problem'
import type { ReportSource } from '@/lib/workers/report-protocol'

/** What the report of a model is made of as it stands now, for an actor of whom it is known that they may read it. */
export async function reportSource(
  actor: Actor,
  { head, document }: LoadedModel,
  now: Date,
): Promise<Result<ReportSource>> {
  const pack = await findPackBody(head.catalogueHash)
  if (!pack) {
    return problem(
      'conflict',
      'The catalogue that this model is pinned to is not on this server. Start it with npm start.',
    )
  }
  const findings = await findingsForReport(actor, head.id)
  const moment = { seq: head.seq, logHash: head.hash, now: now.toISOString(), findings }
  return { ok: true, value: { kind: 'model', document, pack: pack.body, moment } }
}
