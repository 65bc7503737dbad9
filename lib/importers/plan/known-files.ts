import { isInScope, type Merged } from '@/lib/importers/plan/merge-extracts'
import type { ThreatModel } from '@/lib/model/threat-model'

/**
 * The files of earlier imports that this import speaks for: those that are handed in again, and those that have left a
 * folder that is handed in again. A single file speaks for itself only, since manifests are often imported one by one.
 */
export function filesSpokenFor(model: ThreatModel, { files, fileScopes }: Merged): Set<string> {
  const spoken = new Set(files)
  if (fileScopes.length === 0 || files.size < 2) return spoken
  const known = new Set<string>()
  for (const record of [model.components, model.flows]) {
    for (const { naturalKey, source } of Object.values(record))
      if (source && naturalKey !== undefined && isInScope(naturalKey, fileScopes)) known.add(source.file)
  }
  const again = [...known].filter((file) => files.has(file)).length
  if (again === 0) return spoken
  const folder = commonFolder([...files])
  // Loose files without a folder in common: they are the whole set again only when most of it is there.
  if (folder === '' && again * 2 <= known.size) return spoken
  for (const file of known) if (file.startsWith(folder)) spoken.add(file)
  return spoken
}

/** The folder that all paths are below, with its slash; '' for none. */
function commonFolder(paths: readonly string[]): string {
  const [first = '', ...others] = paths
  let end = first.lastIndexOf('/') + 1
  while (end > 0 && !others.every((path) => path.startsWith(first.slice(0, end))))
    end = first.lastIndexOf('/', end - 2) + 1
  return first.slice(0, end)
}
