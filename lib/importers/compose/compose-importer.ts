import { detectCompose, isComposeName, isEnvironmentFile } from '@/lib/importers/compose/detect-compose'
import { type ComposeFile, groupFiles } from '@/lib/importers/compose/group-files'
import { readEnvFile } from '@/lib/importers/compose/interpolate'
import { loadFile } from '@/lib/importers/compose/load-project'
import { parseFiles } from '@/lib/importers/compose/parse-files'
import { folderOf, normalisePath, resolvePath } from '@/lib/importers/compose/paths'
import { Project } from '@/lib/importers/compose/project'
import { projectName } from '@/lib/importers/compose/project-name'
import { readProject } from '@/lib/importers/compose/read-project'
import { referredFiles, templates } from '@/lib/importers/compose/referred-files'
import type { Importer, InputFile, ReadResult, Skipped, UnreadableFile } from '@/lib/importers/extract'
import { toLine } from '@/lib/model/to-line'

/** Docker Compose files, several of them together with the environment files beside them. */
export const composeImporter: Importer = {
  id: 'compose',
  label: 'Docker Compose',
  detect: detectCompose,
  read: readCompose,
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
  const projects: Project[] = []
  const strangers = [...parsed.strangers]
  const load = (groups: ComposeFile[][]) => {
    const sound = groups.filter(isProject)
    for (const [base] of groups.filter((group) => !isProject(group))) {
      if (base) strangers.push({ file: base.path, sentence: NO_SERVICES })
    }
    for (const group of sound) {
      const isAlone = !sharesFolder(group[0], sound)
      projects.push(loadGroup(group, { index, envFiles, others: projects, isAlone }))
    }
  }
  load(
    groupFiles(
      parsed.files.filter(({ path }) => !referred.included.has(path) && !referred.extended.has(path)),
    ),
  )
  // Files that only include each other in a circle have no first one: the first given stands for it.
  for (const file of parsed.files) {
    if (referred.included.has(file.path) && !projects.some(({ files }) => files.has(file.path)))
      load([[file]])
  }
  const extracts = projects.map(readProject)
  const [first] = extracts
  if (!first) return { extracts, unreadable: [...parsed.unreadable, ...strangers, ...lonely(envFiles)] }
  first.warnings.push(...parsed.warnings)
  first.skipped.push(
    ...parsed.skipped,
    ...strangers.map(({ file, line, sentence }) => ({ file, line: line ?? 1, what: file, why: sentence })),
    ...templates(parsed.files, referred),
    ...unusedEnvFiles(envFiles, projects),
  )
  return { extracts, unreadable: parsed.unreadable, inner: projects.flatMap(({ inner }) => inner) }
}

const NO_SERVICES =
  'This declares no services, and no other file includes it. Import it together with the file that does.'

/** A file by a Compose name, or one that has services; others only share a word with Compose files. */
function isProject(group: readonly ComposeFile[]): boolean {
  const has = (key: string) =>
    group.some(({ documents }) =>
      documents.some(({ entries }) => entries.get(key)?.value.kind === (key === 'include' ? 'list' : 'map')),
    )
  const isNamed = group.some(({ path }) => isComposeName(path))
  return (
    has('services') || has('include') || (isNamed && ['networks', 'volumes', 'secrets', 'configs'].some(has))
  )
}

function lonely(envFiles: ReadonlyMap<string, string>): UnreadableFile[] {
  const sentence = 'This is an environment file. Import it together with the Compose file that uses it.'
  return [...envFiles.keys()].map((file) => ({ file, sentence }))
}

type Surroundings = {
  index: ReadonlyMap<string, ComposeFile>
  envFiles: ReadonlyMap<string, string>
  others: readonly Project[]
  /** Whether the folder holds no other project. */
  isAlone: boolean
}

function sharesFolder(base: ComposeFile | undefined, groups: readonly ComposeFile[][]): boolean {
  const folder = folderOf(base?.path ?? '')
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

function unusedEnvFiles(envFiles: ReadonlyMap<string, string>, projects: readonly Project[]): Skipped[] {
  return [...envFiles.keys()]
    .filter((path) => !projects.some((project) => project.usedEnvFiles.has(path)))
    .map((file) => ({ file, line: 1, what: file, why: 'No service reads this environment file.' }))
}
