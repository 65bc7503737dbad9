import { findControl } from '@/lib/catalogue/control-keys'
import {
  applyCorrections,
  type CorrectedSubmission,
  type SavedCorrection,
} from '@/lib/coursework/apply-corrections'
import type { Correction } from '@/lib/coursework/correction'
import type { BundleFile, BundleScan } from '@/lib/coursework/criterion'
import { correctionsIn } from '@/lib/db/coursework/remarks'
import { readContent } from '@/lib/db/coursework/works'
import { findCatalogue, latestPackHash } from '@/lib/db/packs'
import type { Submission } from '@/lib/importers/submission/submission'

/** Finds the canonical key of a check of Docker's benchmark, in the newest catalogue here. */
export async function keyFinder(): Promise<(id: string | null, title: string) => string | null> {
  const hash = await latestPackHash()
  const catalogue = hash === undefined ? undefined : await findCatalogue(hash)
  return (id, title) => {
    if (!catalogue) return null
    const query = { framework: 'cis-docker' as const, id: id ?? undefined, title: title || undefined }
    return findControl(catalogue, query).key ?? null
  }
}

/** The corrections of works, parsed. */
export async function correctionsOf(workIds: readonly string[]): Promise<Map<string, SavedCorrection[]>> {
  const rows = await correctionsIn(workIds)
  return new Map(
    [...rows].map(([id, list]) => [
      id,
      list.map(({ seq, body }) => ({ seq, correction: JSON.parse(body) as Correction })),
    ]),
  )
}

export type CorrectedWork = {
  text: string
  path: string
  files: BundleFile[]
  scans: BundleScan[]
  reading: Submission
  corrections: SavedCorrection[]
  submission: CorrectedSubmission
  checks: string
  claims: string
}

/** A work's text with what was read of it, as reviewers corrected it. */
export async function loadCorrected(workId: string): Promise<CorrectedWork> {
  const [content, corrections, keyOf] = await Promise.all([
    readContent(workId),
    correctionsOf([workId]),
    keyFinder(),
  ])
  const { files, scans, path } = JSON.parse(content.files)
  const reading = JSON.parse(content.reading) as Submission
  const own = corrections.get(workId) ?? []
  const submission = applyCorrections(reading, own, { text: content.text, keyOf })
  const { text, checks, claims } = content
  return { text, path, files, scans, reading, corrections: own, submission, checks, claims }
}
