import { isComposeName } from '@/lib/importers/compose/detect-compose'
import { baseOf, folderOf } from '@/lib/importers/compose/paths'
import type { YamlMap } from '@/lib/importers/yaml/yaml-node'
import { entriesOf, valueAt } from '@/lib/importers/yaml/yaml-node'

/** A Compose file that was read; later documents of one file override earlier ones. */
export type ComposeFile = { path: string; documents: YamlMap[] }

const standard: readonly string[] = [
  'compose.yaml',
  'compose.yml',
  'docker-compose.yml',
  'docker-compose.yaml',
]

/** True for the names under which Compose looks for a project's file by itself. */
export function isStandardName(path: string): boolean {
  return standard.includes(baseOf(path))
}

/**
 * Which files make a project together, the base first. In each folder: the file with a standard name and, laid onto it
 * in the order given, those named after it (`compose.override.yaml`, `docker-compose.prod.yml`); a file that only adds
 * to services of an earlier one; every other file is a project of its own.
 */
export function groupFiles(files: readonly ComposeFile[]): ComposeFile[][] {
  const groups: ComposeFile[][] = []
  for (const folder of new Set(files.map(({ path }) => folderOf(path)))) {
    groups.push(...groupFolder(files.filter(({ path }) => folderOf(path) === folder)))
  }
  return groups
}

function groupFolder(files: readonly ComposeFile[]): ComposeFile[][] {
  const base = standard.map((name) => files.find(({ path }) => baseOf(path) === name)).find(Boolean)
  const isLaidOn = (file: ComposeFile) =>
    file !== base && isComposeName(file.path) && !isStandardName(file.path)
  const isOverride = (file: ComposeFile) => /\.override\.ya?ml$/.test(file.path)
  const laidOn = base ? files.filter(isLaidOn) : []
  const groups: ComposeFile[][] = base
    ? [[base, ...laidOn.filter(isOverride), ...laidOn.filter((file) => !isOverride(file))]]
    : []
  for (const file of files) {
    if (file === base || laidOn.includes(file)) continue
    const earlier = groups.find((group) => onlyAddsTo(file, group))
    if (earlier) earlier.push(file)
    else groups.push([file])
  }
  return groups
}

// An override that can be told by its content: no service of it could run alone, and each one is in the other file.
function onlyAddsTo(file: ComposeFile, group: readonly ComposeFile[]): boolean {
  const services = servicesOf(file)
  const known = new Set(group.flatMap(servicesOf).map(({ key }) => key))
  return (
    services.length > 0 &&
    services.every(
      ({ key, value }) =>
        known.has(key) && !['image', 'build', 'extends'].some((part) => valueAt(value, part)),
    )
  )
}

function servicesOf({ documents }: ComposeFile) {
  return documents.flatMap((document) => entriesOf(valueAt(document, 'services')))
}
