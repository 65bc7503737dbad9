import type { Catalogue } from '@/lib/catalogue/catalogue'
import { readPaths } from '@/lib/cli/read-files'
import { openRepositoryCatalogue } from '@/lib/cli/repository-catalogue'
import { env } from '@/lib/env/env'
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
  return {
    model,
    catalogue,
    plan: {
      ...plan,
      unreadable: [...unreadable, ...read.unreadable, ...plan.unreadable],
      outcomes: read.outcomes,
    },
  }
}
