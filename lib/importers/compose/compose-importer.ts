import { detectCompose, isEnvironmentFile } from '@/lib/importers/compose/detect-compose'
import { type ComposeFile, groupFiles, isStandardName } from '@/lib/importers/compose/group-files'
import { interpolate, readEnvFile } from '@/lib/importers/compose/interpolate'
import { includedPaths, loadFile } from '@/lib/importers/compose/load-project'
import { baseOf, folderOf, normalisePath, resolvePath } from '@/lib/importers/compose/paths'
import { Project, SECTIONS } from '@/lib/importers/compose/project'
import { readProject } from '@/lib/importers/compose/read-project'
import { extendsTarget } from '@/lib/importers/compose/resolve-extends'
import type {
  Importer,
  ImportWarning,
  InputFile,
  ReadResult,
  Skipped,
  UnreadableFile,
} from '@/lib/importers/extract'
import { readYaml } from '@/lib/importers/yaml/read-yaml'
import {
  entriesOf,
  isNothing,
  itemsOf,
  toScalarText,
  valueAt,
  type YamlMap,
} from '@/lib/importers/yaml/yaml-node'
import { toLine } from '@/lib/model/text'

/** Docker Compose files, several of them together with the environment files beside them. */
export const composeImporter: Importer = {
  id: 'compose',
  label: 'Docker Compose',
  detect: detectCompose,
  read: readCompose,
}

type Parsed = {
  files: ComposeFile[]
  unreadable: UnreadableFile[]
  warnings: ImportWarning[]
  skipped: Skipped[]
}

function readCompose(given: readonly InputFile[]): ReadResult {
  const inputs = given.map(({ path, text }) => ({
    path: normalisePath(toLine(path.replaceAll('\\', '/'), 500)) || 'compose.yaml',
    text,
  }))
  const envFiles = new Map(inputs.filter(isEnvironmentFile).map(({ path, text }) => [path, text]))
  const parsed = parseFiles(inputs.filter((file) => !isEnvironmentFile(file)))
  const index = new Map(parsed.files.map((file) => [file.path, file]))
  const referred = referredFiles(parsed.files)
  const roots = parsed.files.filter(
    ({ path }) => !referred.included.has(path) && !referred.extended.has(path),
  )
  const projects: Project[] = []
  const load = (groups: ComposeFile[][]) => {
    const alone = new Set(
      groups.filter(([base]) => base && !sharesFolder(base, groups)).map(([base]) => base),
    )
    for (const group of groups)
      projects.push(loadGroup(group, { index, envFiles, others: projects, isAlone: alone.has(group[0]) }))
  }
  load(groupFiles(roots))
  // Files that only include each other in a circle have no first one: the first given stands for it.
  for (const file of parsed.files) {
    const isLoaded = projects.some((project) => project.files.has(file.path))
    if (!isLoaded && (referred.included.has(file.path) || !referred.extended.has(file.path))) load([[file]])
  }
  const extracts = projects.map(readProject)
  const [first] = extracts
  if (first) {
    first.warnings.push(...parsed.warnings)
    first.skipped.push(
      ...parsed.skipped,
      ...templates(parsed.files, referred),
      ...unusedEnvFiles(envFiles, projects),
    )
  }
  const lonely = first
    ? []
    : [...envFiles.keys()].map((file) => ({
        file,
        sentence: 'This is an environment file. Import it together with the Compose file that uses it.',
      }))
  return { extracts, unreadable: [...parsed.unreadable, ...lonely] }
}

function parseFiles(inputs: readonly InputFile[]): Parsed {
  const parsed: Parsed = { files: [], unreadable: [], warnings: [], skipped: [] }
  for (const { path, text } of inputs) {
    const { documents, problem, warnings } = readYaml(path, text)
    parsed.warnings.push(...warnings)
    if (problem) {
      parsed.unreadable.push(problem)
      continue
    }
    const maps = documents.filter((document): document is YamlMap => document.kind === 'map')
    for (const document of documents) {
      if (document.kind !== 'map' && !isNothing(document))
        parsed.skipped.push({
          file: path,
          line: document.line,
          what: 'document',
          why: 'A Compose file is a map of services, networks and so on; this document is not.',
        })
    }
    if (maps.length === 0)
      parsed.unreadable.push({
        file: path,
        sentence:
          'A Compose file is a map of services, networks and so on; this file is empty or something else.',
      })
    else
      parsed.files.push({
        path,
        documents: maps.map((document) => toPresentFormat(document, parsed.warnings)),
      })
  }
  return parsed
}

/** The first format of Compose had services at the top. Such a file is read as if they stood under "services". */
function toPresentFormat(document: YamlMap, warnings: ImportWarning[]): YamlMap {
  const entries = entriesOf(document)
  const isFirst =
    entries.length > 0 &&
    !SECTIONS.some((section) => document.entries.has(section)) &&
    entries.every(
      ({ value }) => value.kind === 'map' && (value.entries.has('image') || value.entries.has('build')),
    )
  if (!isFirst) return document
  const { file, line } = document
  warnings.push({
    file,
    line,
    sentence:
      'This is the first format of Compose, in which services stand at the top. It is read by the present rules.',
  })
  return { ...document, entries: new Map([['services', { key: 'services', file, line, value: document }]]) }
}

type Referred = { included: Set<string>; extended: Set<string>; byService: Set<string> }

function referredFiles(files: readonly ComposeFile[]): Referred {
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

type Surroundings = {
  index: ReadonlyMap<string, ComposeFile>
  envFiles: ReadonlyMap<string, string>
  others: readonly Project[]
  /** Whether the folder holds no other project. */
  isAlone: boolean
}

function sharesFolder(base: ComposeFile, groups: readonly ComposeFile[][]): boolean {
  const folder = folderOf(base.path)
  return groups.some(([other]) => other !== undefined && other !== base && folderOf(other.path) === folder)
}

function loadGroup(
  group: readonly ComposeFile[],
  { index, envFiles, others, isAlone }: Surroundings,
): Project {
  const [base] = group as [ComposeFile]
  const root = folderOf(base.path)
  const envPath = resolvePath(root, '.env')
  const environment = new Map(
    readEnvFile(envFiles.get(envPath) ?? '').map(({ name, value }) => [name, value]),
  )
  const project = new Project(projectName(group, environment, others, isAlone), root, environment, envFiles)
  project.usedEnvFiles.add(envPath)
  for (const file of group) {
    if (file !== base) {
      const line = file.documents[0]?.line ?? 1
      project.folders.set(file.path, root)
      project.warn(
        { file: file.path, line },
        `This file is laid onto ${base.path}, as with "docker compose -f". Import only the files that you use together.`,
      )
    }
    loadFile(project, file, index)
  }
  return project
}

/**
 * `name:` of the last file that has one, else the folder's name, else "compose". Several projects in one folder are told
 * apart by the names of their files.
 */
function projectName(
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

/** What stands in files that are only there to be extended: read as part of other services, or used by none. */
function templates(files: readonly ComposeFile[], { extended, included, byService }: Referred): Skipped[] {
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

function unusedEnvFiles(envFiles: ReadonlyMap<string, string>, projects: readonly Project[]): Skipped[] {
  return [...envFiles.keys()]
    .filter((path) => !projects.some((project) => project.usedEnvFiles.has(path)))
    .map((file) => ({ file, line: 1, what: file, why: 'No service reads this environment file.' }))
}
