import type { ComposeFile } from '@/lib/importers/compose/group-files'
import { mergeMaps } from '@/lib/importers/compose/merge'
import { normaliseService } from '@/lib/importers/compose/normalise'
import { folderOf, resolvePath } from '@/lib/importers/compose/paths'
import { type Project, type ProjectObject, SECTIONS, type Section } from '@/lib/importers/compose/project'
import { resolveExtends } from '@/lib/importers/compose/resolve-extends'
import {
  isNothing,
  itemsOf,
  toScalarText,
  valueAt,
  type YamlEntry,
  type YamlMap,
  type YamlNode,
} from '@/lib/importers/yaml/yaml-node'

/** All Compose files that were handed in, by path. */
export type FileIndex = ReadonlyMap<string, ComposeFile>

const MAX_INCLUDES = 200

/** Merges a file, what it includes and what its services extend, into the project. */
export function loadFile(
  project: Project,
  file: ComposeFile,
  index: FileIndex,
  chain: readonly string[] = [],
): void {
  project.files.add(file.path)
  for (const document of file.documents) {
    const first = SECTIONS.map((section) => document.entries.get(section)).find(Boolean)
    if (first) project.start ??= { file: first.file, line: first.line }
    loadIncludes(project, document, index, [...chain, file.path])
    for (const entry of document.entries.values()) loadTopLevel(project, entry, document, file, index)
  }
}

function loadTopLevel(
  project: Project,
  entry: YamlEntry,
  document: YamlMap,
  file: ComposeFile,
  index: FileIndex,
): void {
  const { key, value } = entry
  if (key === 'name' || key === 'include') return
  if (isSection(key)) {
    if (value.kind !== 'map') {
      if (!isNothing(value)) project.skip(entry, key, 'This must be a map of names, but is not.')
      return
    }
    for (const object of value.entries.values()) loadObject(project, key, object, { document, file, index })
    return
  }
  if (key === 'version')
    project.skip(entry, key, 'Compose no longer uses it: the file is read by the present rules.')
  else if (key.startsWith('x-'))
    project.skip(entry, key, 'An extension for reuse. What is used of it is read where it is used.')
  else project.skip(entry, key, 'Not a key of Compose files that Bulkhead knows.')
}

function isSection(key: string): key is Section {
  return (SECTIONS as readonly string[]).includes(key)
}

type Origin = { document: YamlMap; file: ComposeFile; index: FileIndex }

function loadObject(project: Project, section: Section, entry: YamlEntry, origin: Origin): void {
  const objects = project.sections[section]
  const known = objects.get(entry.key)
  const what = `${section}.${entry.key}`
  if (entry.value.tag === '!reset') {
    objects.delete(entry.key)
    for (const place of [...(known?.places ?? []), entry])
      project.skip(place, what, 'Taken away again by !reset.')
    return
  }
  if (section === 'services' && entry.value.kind !== 'map') {
    project.skip(entry, what, 'A service must be a map of settings, but this is not.')
    return
  }
  if (entry.value.kind !== 'map' && !isNothing(entry.value)) {
    project.skip(entry, what, 'This must be a map of settings or nothing, but is not.')
    return
  }
  const read = section === 'services' ? readService(project, entry, origin) : { entry }
  objects.set(
    entry.key,
    known ? lay(known, read) : { ...read, places: [{ file: entry.file, line: entry.line }] },
  )
}

function readService(project: Project, entry: YamlEntry, origin: Origin): Omit<ProjectObject, 'places'> {
  const own = normaliseService(entry.value as YamlMap)
  const { service, isComplete } = resolveExtends(
    project,
    own,
    origin.document,
    origin.file.path,
    origin.index,
    [`${origin.file.path}#${entry.key}`],
  )
  return { entry: { ...entry, value: service }, ...(!isComplete && { incomplete: true }) }
}

function lay(known: ProjectObject, over: Omit<ProjectObject, 'places'>): ProjectObject {
  const { entry } = over
  const value: YamlNode =
    known.entry.value.kind === 'map' && entry.value.kind === 'map'
      ? entry.value.tag === '!override'
        ? entry.value
        : mergeMaps(known.entry.value, entry.value)
      : entry.value.kind === 'map'
        ? entry.value
        : known.entry.value
  return {
    entry: { ...known.entry, value },
    places: [...known.places, { file: entry.file, line: entry.line }],
    ...((known.incomplete || over.incomplete) && { incomplete: true }),
  }
}

function loadIncludes(project: Project, document: YamlMap, index: FileIndex, chain: readonly string[]): void {
  for (const item of itemsOf(valueAt(document, 'include'))) {
    for (const { path, node, folder } of includedPaths(item)) {
      const file = index.get(path)
      if (chain.includes(path) || chain.length > MAX_INCLUDES) {
        project.skip(node, 'include', 'This file includes itself, directly or by way of others.')
      } else if (!file) {
        project.skip(
          node,
          'include',
          'The included file was not handed in. Import it together with this one.',
        )
      } else if (!project.files.has(path)) {
        if (folder !== undefined) project.folders.set(path, folder)
        loadFile(project, file, index, chain)
      }
    }
  }
}

/** The files that an entry of `include` names, resolved, with the folder that their paths are relative to if it is another. */
export function includedPaths(item: YamlNode): { path: string; node: YamlNode; folder?: string }[] {
  const paths = item.kind === 'map' ? valueAt(item, 'path') : item
  const directory = toScalarText(valueAt(item, 'project_directory'))
  const own = folderOf(item.file)
  return (paths?.kind === 'list' ? paths.items : paths ? [paths] : []).flatMap((node) => {
    const text = toScalarText(node)
    if (text === undefined) return []
    return [
      {
        path: resolvePath(own, text),
        node,
        ...(directory !== undefined && { folder: resolvePath(own, directory) }),
      },
    ]
  })
}
