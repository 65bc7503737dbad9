import { type ComposeFile, isStandardName } from '@/lib/importers/compose/group-files'
import { includedPaths } from '@/lib/importers/compose/load-project'
import { SECTIONS } from '@/lib/importers/compose/project'
import { extendsTarget } from '@/lib/importers/compose/resolve-extends'
import type { Skipped } from '@/lib/importers/extract'
import { entriesOf, itemsOf, valueAt } from '@/lib/importers/yaml/yaml-node'

/** Files that others name: included, only there to be extended, and which services of them are extended. */
export type Referred = { included: Set<string>; extended: Set<string>; byService: Set<string> }

/** Finds out which files are no projects of their own, because others include or extend them. */
export function referredFiles(files: readonly ComposeFile[]): Referred {
  const referred: Referred = { included: new Set(), extended: new Set(), byService: new Set() }
  for (const { path, documents } of files) {
    for (const document of documents) {
      for (const item of itemsOf(valueAt(document, 'include'))) {
        for (const target of includedPaths(item)) if (target.path !== path) referred.included.add(target.path)
      }
      for (const { value } of entriesOf(valueAt(document, 'services'))) {
        const extended = valueAt(value, 'extends')
        const target = extended && extendsTarget(extended)
        if (target?.file === undefined || target.file === path) continue
        // A project of its own may also be a base of others.
        if (!isStandardName(target.file)) referred.extended.add(target.file)
        referred.byService.add(`${target.file}#${target.service}`)
      }
    }
  }
  return referred
}

/** What stands in files that are only there to be extended: read as part of other services, or used by none. */
export function templates(
  files: readonly ComposeFile[],
  { extended, included, byService }: Referred,
): Skipped[] {
  return files
    .filter(({ path }) => extended.has(path) && !included.has(path))
    .flatMap(({ path, documents }) =>
      documents.flatMap((document) =>
        SECTIONS.flatMap((section) =>
          entriesOf(valueAt(document, section)).map(({ key, file, line }) => ({
            file,
            line,
            what: `${section}.${key}`.replace(/\p{Cc}+/gu, ' ').slice(0, 200),
            why:
              section === 'services' && byService.has(`${path}#${key}`)
                ? 'A base for other services: it is read as part of those that extend it.'
                : 'This file is only there to be extended, and nothing extends this.',
          })),
        ),
      ),
    )
}
