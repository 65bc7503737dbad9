import type { Catalogue } from '@/lib/catalogue/catalogue'
import { readPaths } from '@/lib/cli/read-files'
import { openRepositoryCatalogue } from '@/lib/cli/repository-catalogue'
import { env } from '@/lib/env/env'
import type { FileOutcome, UnreadableFile } from '@/lib/importers/extract'
import type { ImportPlan } from '@/lib/importers/import-plan'
import { planImport } from '@/lib/importers/plan-import'
import { applyChange } from '@/lib/model/apply-change'
import { emptyModel } from '@/lib/model/empty-model'
import type { ThreatModel } from '@/lib/model/threat-model'
import { readGiven } from '@/lib/workers/read-given'

// Nobody else waits for this process, so it reads more than a server does.
const MOST_FILES = 5000

/** The model that files and folders describe, its ids being natural keys, and the plan that made it. */
export async function importPaths(
  paths: readonly string[],
): Promise<{ model: ThreatModel; catalogue: Catalogue; plan: ImportPlan }> {
  const catalogue = openRepositoryCatalogue()
  const { files, unreadable } = await readPaths(paths)
  const read = await readGiven({ files, beside: [] }, { ...env().limits.unpack, files: MOST_FILES })
  const start = emptyModel('Import', catalogue.hash)
  const plan = planImport(start, read.extracts, { newId: (naturalKey) => naturalKey, baseSeq: 0 })
  const model = plan.change ? applyChange(start, plan.change).model : start
  const all = [...unreadable, ...read.unreadable, ...plan.unreadable]
  const isNothing = all.length === 0 && Object.keys(model.components).length === 0
  return {
    model,
    catalogue,
    plan: {
      ...plan,
      unreadable: isNothing ? whyNothing(paths, read.outcomes) : all,
      outcomes: read.outcomes,
    },
  }
}

/** Why no component came of paths that could all be read. An empty answer without a word would look like a safe system. */
function whyNothing(paths: readonly string[], outcomes: readonly FileOutcome[]): UnreadableFile[] {
  const told = outcomes.flatMap(({ file, why, scanner, archive }) => {
    if (scanner !== undefined)
      return [{ file, sentence: `This is output of ${scanner}. Run "bulkhead scan ${archive ?? file}".` }]
    return why === undefined ? [] : [{ file, sentence: why }]
  })
  if (told.length > 0) return told
  return paths.map((file) => ({
    file,
    sentence: 'There is nothing here that declares a system. Name manifests, Compose files or Dockerfiles.',
  }))
}
