import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import { loadModel } from '@/lib/db/load-model'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { reportFormatOf, reportFormats } from '@/lib/reports/report-formats'
import { getKept } from '@/lib/services/get-version'
import { forbidden, modelNotFound, problem } from '@/lib/services/problem'
import { reportSource } from '@/lib/services/report-source'
import { reportInWorker } from '@/lib/workers/report-in-worker'
import type { ReportSource } from '@/lib/workers/report-protocol'

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

export type ExportedFile = { name: string; mediaType: string; bytes: Uint8Array<ArrayBuffer> }

/** Writes the report of a model as it stands now, or as a named version kept it. Same model, same day, same bytes. */
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
  const source =
    version === undefined ? await reportSource(actor, loaded, now()) : await keptSource(actor, id, version)
  if (!source.ok) return source
  const answer = await reportInWorker({ source: source.value, wanted: { kind: 'file', format, file } })
  if ('stopped' in answer) return problem('too-large', answer.stopped)
  const { file: written } = answer
  if (!written) return problem('not-found', 'This format has no such file.')
  const { name, mediaType, isMain, bytes } = written
  const { meta } = loaded.document
  return {
    ok: true,
    value: { name: isMain ? `${fileName(meta.name)}.${chosen.extension}` : name, mediaType, bytes },
  }
}

/** A kept report is written as it was built then. */
async function keptSource(actor: Actor, id: string, versionId: string): Promise<Result<ReportSource>> {
  const version = await getKept(actor, { id, versionId })
  if (!version.ok) return version
  const { document, report } = version.value
  return { ok: true, value: { kind: 'kept', document, report } }
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
