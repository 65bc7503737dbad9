import { ExtractBuilder } from '@/lib/importers/compose/builder'
import { joinNatural, keyPath } from '@/lib/importers/compose/keys'
import { normalisePath } from '@/lib/importers/compose/paths'
import { detectDockerfile, isIgnoreFile } from '@/lib/importers/dockerfile/detect-dockerfile'
import { type Ignores, readIgnoreFile } from '@/lib/importers/dockerfile/ignore-file'
import { PackageSources } from '@/lib/importers/dockerfile/package-sources'
import { planBuilds } from '@/lib/importers/dockerfile/plan-builds'
import { splitInstructions } from '@/lib/importers/dockerfile/split-instructions'
import { type DockerfileParts, MAX_STAGES, readStages } from '@/lib/importers/dockerfile/stages'
import { type DockerContext, writeBuild } from '@/lib/importers/dockerfile/write-build'
import type {
  Extract,
  Importer,
  ImportWarning,
  InputFile,
  ReadResult,
  Skipped,
  Surroundings,
  UnreadableFile,
} from '@/lib/importers/extract'
import { toLine } from '@/lib/model/to-line'

/** Dockerfiles, with the ignore files beside them; joined to the images that other files build or run. */
export const dockerfileImporter: Importer = {
  id: 'dockerfile',
  label: 'Dockerfile',
  detect: detectDockerfile,
  readsInner: true,
  read: readDockerfiles,
}

const MAX_LENGTH = 250_000
const NO_FROM = 'This is no Dockerfile that can be read: no line begins with FROM.'
const TOO_LONG = `This Dockerfile is longer than ${MAX_LENGTH} characters. No such file is read.`
const TOO_MANY = `This Dockerfile has more than ${MAX_STAGES - 1} stages. No such file is read.`
const LONELY = 'This is an ignore file of a build. Import it together with the Dockerfile.'

function readDockerfiles(
  given: readonly InputFile[],
  around: Surroundings = { paths: [], found: [], inner: [] },
): ReadResult {
  const inner = around.inner.map(({ key, file, text }) => ({ key, path: file, text }))
  const files = given.map(({ path, text }) => ({ path: cleanPath(path), text }))
  const ignores = new Map(files.filter(({ path }) => isIgnoreFile(path)).map((file) => [file.path, file]))
  const unreadable: UnreadableFile[] = []
  const parts: DockerfileParts[] = []
  for (const file of [...files.filter(({ path }) => !ignores.has(path)), ...inner]) {
    const read = takeApart(file)
    if ('sentence' in read) unreadable.push({ file: file.path, sentence: read.sentence })
    else parts.push(read)
  }
  const builds = planBuilds(parts, around.found)
  const used = new Set<string>()
  const paths = around.paths.map(cleanPath)
  const extracts = [...groupByScope(parts)].map(([scope, group]) => {
    const out = new ExtractBuilder()
    const lists: { skipped: Skipped[]; warnings: ImportWarning[] } = { skipped: [], warnings: [] }
    const sources = new PackageSources()
    const context: DockerContext = {
      out,
      scope,
      ...lists,
      sources,
      paths,
      found: around.found,
      ignoreFile: (path) => ignoreFileOf(path, ignores, used),
    }
    for (const file of group) for (const build of builds.get(file.key) ?? []) writeBuild(context, file, build)
    sources.write(out, scope)
    return out.finish('dockerfile', scope, lists)
  })
  const lonely = [...ignores.keys()].filter((path) => !used.has(path))
  report(lonely, extracts, unreadable)
  return { extracts, unreadable }
}

function cleanPath(path: string): string {
  return normalisePath(toLine(path.replaceAll('\\', '/'), 500)) || 'Dockerfile'
}

function takeApart(file: InputFile & { key?: string }): DockerfileParts | { sentence: string } {
  if (file.text.length > MAX_LENGTH) return { sentence: TOO_LONG }
  const split = splitInstructions(file)
  const stages = readStages(split)
  if (stages.length === 0) return { sentence: NO_FROM }
  if (stages.length >= MAX_STAGES) return { sentence: TOO_MANY }
  return { key: file.key ?? file.path, path: file.path, stages, instructions: split.instructions }
}

/** What is dropped together is one scope: a folder, or a single file. */
function groupByScope(parts: readonly DockerfileParts[]): Map<string, DockerfileParts[]> {
  const groups = new Map<string, DockerfileParts[]>()
  for (const part of parts) {
    const scope = joinNatural('dockerfile', keyPath(part.key.split('/')[0] as string))
    groups.set(scope, [...(groups.get(scope) ?? []), part])
  }
  return groups
}

/** The ignore file of a build: the Dockerfile's own, or that of the context's folder. */
function ignoreFileOf(
  { dockerfile, folder }: { dockerfile: string; folder: string },
  files: ReadonlyMap<string, InputFile>,
  used: Set<string>,
): { path: string; ignores: Ignores } | undefined {
  const candidates = [
    `${dockerfile}.dockerignore`,
    folder === '' ? '.dockerignore' : `${folder}/.dockerignore`,
  ]
  for (const path of candidates) {
    const file = files.get(path)
    if (!file) continue
    used.add(path)
    return { path, ignores: readIgnoreFile(file.text.slice(0, MAX_LENGTH)) }
  }
  return undefined
}

function report(lonely: readonly string[], extracts: readonly Extract[], unreadable: UnreadableFile[]): void {
  const [first] = extracts
  for (const file of lonely) {
    if (first)
      first.skipped.push({
        file,
        line: 1,
        what: file,
        why: 'No Dockerfile in these files builds from its folder.',
      })
    else unreadable.push({ file, sentence: LONELY })
  }
}
