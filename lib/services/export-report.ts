import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import type { LoadedModel } from '@/lib/db/document-cache'
import { loadModel } from '@/lib/db/load-model'
import { findCatalogue } from '@/lib/db/packs'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import type { ThreatModel } from '@/lib/model/threat-model'
import { z } from '@/lib/model/zod'
import { buildReport } from '@/lib/reports/build-report'
import type { Report } from '@/lib/reports/report'
import { reportFormatOf, reportFormats } from '@/lib/reports/report-formats'
import { findingsForReport } from '@/lib/services/findings-for-report'
import { getVersion } from '@/lib/services/get-version'
import { forbidden, modelNotFound, problem } from '@/lib/services/problem'

/**
 * `file`: one of the format's other files, such as the drawing beside a Markdown report. `version`: a named version
 * instead of the present state.
 */
export const Input = z.strictObject({
  id: Id,
  version: Id.optional(),
  format: z.string().max(40),
  file: z.string().max(200).optional(),
})

export type ExportedFile = { name: string; mediaType: string; text: string }

/** Renders the report of a model as it stands now. Same model, same day, same bytes. */
export async function exportReport(
  actor: Actor,
  { id, version, format, file }: z.infer<typeof Input>,
  now = () => new Date(),
): Promise<Result<ExportedFile>> {
  const loaded = await loadModel(actor.workspaceId, id)
  if (!loaded) return modelNotFound()
  if (!can(actor, 'export-report', loaded.head)) return forbidden('export a report')
  const chosen = reportFormatOf(format)
  if (!chosen) {
    const known = reportFormats.map((each) => each.id).join(', ')
    return problem('invalid', `There is no such format. Choose one of: ${known}.`)
  }
  const source = version === undefined ? await present(actor, loaded, now()) : await kept(actor, id, version)
  if (!source.ok) return source
  const { report, document } = source.value
  const files = await chosen.render(report, document)
  const [main] = files
  const wanted = file === undefined ? main : files.find((each) => each.name === file)
  if (!wanted) return problem('not-found', 'This format has no such file.')
  const isMain = wanted === main
  const name = isMain ? `${fileName(document.meta.name)}.${chosen.extension}` : wanted.name
  return { ok: true, value: { name, mediaType: wanted.mediaType, text: wanted.text } }
}

type Source = { report: Report; document: ThreatModel }

async function present(actor: Actor, { head, document }: LoadedModel, now: Date): Promise<Result<Source>> {
  const catalogue = await findCatalogue(head.catalogueHash)
  if (!catalogue) {
    return problem(
      'conflict',
      'The catalogue that this model is pinned to is not on this server. Start it with npm start.',
    )
  }
  const { seq, hash: logHash } = head
  const findings = await findingsForReport(actor, head.id)
  return {
    ok: true,
    value: {
      document,
      report: buildReport({ model: document, catalogue, seq, logHash, now: now.toISOString(), findings }),
    },
  }
}

/** A kept report is rendered as it was built then. */
async function kept(actor: Actor, id: string, versionId: string): Promise<Result<Source>> {
  const version = await getVersion(actor, { id, versionId })
  return version.ok ? { ok: true, value: version.value } : version
}

/** A model's name as that of a file, safe on every system. */
function fileName(name: string): string {
  const safe = name
    .replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 80)
  return safe || 'threat model'
}
