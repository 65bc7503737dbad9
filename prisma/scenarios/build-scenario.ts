import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { InputFile } from '@/lib/importers/extract'
import { planImport } from '@/lib/importers/plan-import'
import { readFiles } from '@/lib/importers/read-files'
import { layoutModel } from '@/lib/layout/layout-model'
import { applyChange } from '@/lib/model/apply-change'
import { digest } from '@/lib/model/canonical'
import { emptyModel, MAIN_VIEW_ID } from '@/lib/model/empty-model'
import type { ThreatModel } from '@/lib/model/threat-model'
import type { ScenarioSource } from '@/prisma/scenarios/scenario-list'

/**
 * Builds a scenario the way a person would: its files are imported, and what came of them is laid out. The same files and
 * the same catalogue give the same model, ids included.
 * @throws Error with a sentence when the files are not read whole: a sample must not teach mistakes.
 */
export function buildScenario(
  source: ScenarioSource,
  files: readonly InputFile[],
  catalogue: Catalogue,
): ThreatModel {
  const { extracts, unreadable } = readFiles(files)
  const [bad] = unreadable
  if (bad) throw new Error(`The sample ${source.folder} cannot be read: ${bad.file}: ${bad.sentence}`)
  const start = emptyModel(source.name, catalogue.hash)
  const { change } = planImport(start, extracts, { baseSeq: 0, newId: (key) => digest([source.id, key]) })
  if (!change) throw new Error(`The sample ${source.folder} has nothing in it.`)
  const { model, refused } = applyChange(start, change)
  const [first] = refused
  if (first) throw new Error(`The sample ${source.folder} cannot be imported: ${first.sentence}`)
  const main = { id: MAIN_VIEW_ID, name: 'Main view', placements: layoutModel(model, catalogue) }
  return {
    ...model,
    meta: { ...model.meta, description: source.description },
    views: { [MAIN_VIEW_ID]: main },
  }
}
