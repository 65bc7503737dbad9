import { type ComposeFile, isStandardName } from '@/lib/importers/compose/group-files'
import { interpolate } from '@/lib/importers/compose/interpolate'
import { baseOf, folderOf } from '@/lib/importers/compose/paths'
import type { Project } from '@/lib/importers/compose/project'
import { toScalarText, valueAt } from '@/lib/importers/yaml/yaml-node'

/**
 * `name:` of the last file that has one, else the folder's name, else "compose". Several projects in one folder are told
 * apart by the names of their files.
 */
export function projectName(
  group: readonly ComposeFile[],
  environment: ReadonlyMap<string, string>,
  others: readonly Project[],
  isAlone: boolean,
): string {
  const [base] = group as [ComposeFile]
  const named = group
    .flatMap(({ documents }) => documents.map((document) => toScalarText(valueAt(document, 'name'))))
    .findLast((name) => name !== undefined)
  const read = interpolate(named ?? '$COMPOSE_PROJECT_NAME', environment)
  const folder = baseOf(folderOf(base.path)) || 'compose'
  const stem = baseOf(base.path).replace(/\.[^.]*$/, '')
  if (read.text.trim() && read.unset.length === 0) return unique(read.text.trim(), stem, others)
  return unique(isAlone || isStandardName(base.path) ? folder : `${folder}-${stem}`, stem, others)
}

// Two projects of one name would overwrite each other.
function unique(name: string, stem: string, others: readonly Project[]): string {
  const taken = (candidate: string) => others.some((project) => project.name === candidate)
  if (!taken(name)) return name
  let candidate = `${name}-${stem}`
  for (let count = 2; taken(candidate); count++) candidate = `${name}-${stem}-${count}`
  return candidate
}
