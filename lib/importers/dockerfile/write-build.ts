import type { ExtractBuilder } from '@/lib/importers/compose/builder'
import {
  type ImageRef,
  imageNameOf,
  isFloating,
  isOfficial,
  isPublicRegistry,
} from '@/lib/importers/compose/image-ref'
import { joinNatural, keyName, keyPath } from '@/lib/importers/compose/keys'
import { type Ignores, isSecretFile, keepsSecretsOut } from '@/lib/importers/dockerfile/ignore-file'
import type { PackageSources } from '@/lib/importers/dockerfile/package-sources'
import { builtNameOf, type PlannedBuild } from '@/lib/importers/dockerfile/plan-builds'
import {
  isDistroless,
  type Recipe,
  readRecipe,
  type Stated,
  type UsedImage,
} from '@/lib/importers/dockerfile/read-recipe'
import type { DockerfileParts, Stage } from '@/lib/importers/dockerfile/stages'
import type { Extract, ImportWarning, Skipped } from '@/lib/importers/extract'

/** What writing the Dockerfiles of one scope needs. */
export type DockerContext = {
  out: ExtractBuilder
  scope: string
  skipped: Skipped[]
  warnings: ImportWarning[]
  sources: PackageSources
  /** Paths of all files of the import. */
  paths: readonly string[]
  found: readonly Extract[]
  ignoreFile(of: { dockerfile: string; folder: string }): { path: string; ignores: Ignores } | undefined
}

type Writer = DockerContext & {
  file: DockerfileParts
  build: PlannedBuild
  recipe: Recipe
  /** Where the built image stands, and with it all that it is made of. */
  where: { parentKey?: string; zoneKeys: readonly string[] }
  imageKey: string
}

/** Writes what building one image from a Dockerfile says: the image, its recipe, context, base and sources. */
export function writeBuild(context: DockerContext, file: DockerfileParts, build: PlannedBuild): void {
  const stage = stageOf(context, file, build)
  const recipe = readRecipe(stage)
  const own = joinNatural('dockerfile', keyPath(file.key))
  const imageKey = build.image?.key ?? joinNatural(own, 'image')
  const writer: Writer = { ...context, file, build, recipe, imageKey, where: placeOf(context, build) }
  writeImage(writer)
  const suffix = build.target === undefined ? [] : [keyName(build.target)]
  const key = joinNatural(own, 'recipe', ...suffix)
  // Most are called Dockerfile: the folder tells them apart.
  const shown = file.key.split('/').slice(-2).join('/')
  const name = shown + (build.target === undefined ? '' : ` (${build.target})`)
  add(writer, { key, type: 'dockerfile', name, line: recipe.line })
  state(writer, key, recipe.recipe)
  link(writer, 'build', key, recipe.line)
  writeContext(writer, joinNatural(own, 'context'), key)
  writeBases(writer)
  writeBuilder(writer, joinNatural(own, 'builder'))
  for (const { line, ...install } of recipe.installs)
    context.sources.add(install, { file: file.path, line }, imageKey)
  note(writer, stage)
}

/** The stage that is built: the one that the build names, by name or number, or else the last one. */
function stageOf(
  { warnings }: DockerContext,
  { path, stages }: DockerfileParts,
  { target }: PlannedBuild,
): Stage {
  const last = stages.at(-1) as Stage
  if (target === undefined) return last
  const named = stages.find(({ name, index }) => name === target.toLowerCase() || String(index) === target)
  if (!named) {
    warnings.push({
      file: path,
      line: last.from.line,
      sentence: 'The stage that a build asks for is not in this Dockerfile. The last stage was taken.',
    })
  }
  return named ?? last
}

const hosts = new Set(['docker-host', 'compose-project'])

function placeOf({ found }: DockerContext, { image }: PlannedBuild): Writer['where'] {
  const parentKey = image?.parentKey
  if (image === undefined || parentKey === undefined) return { zoneKeys: [] }
  const isHost = found.some(({ components }) =>
    components.some(({ key, type }) => key === parentKey && hosts.has(type)),
  )
  return isHost ? { parentKey, zoneKeys: image.zoneKeys } : { zoneKeys: [] }
}

function add(
  { out, file, where }: Writer,
  { line, ...component }: { key: string; type: string; name: string; line: number },
): void {
  const { parentKey, zoneKeys } = where
  out.component({
    ...component,
    ...(parentKey !== undefined && { parentKey }),
    zoneKeys,
    place: { file: file.path, line },
  })
}

function state({ out, file }: Writer, key: string, { facts }: Stated): void {
  for (const [attribute, { value, line }] of facts) out.fact(key, attribute, value, { file: file.path, line })
}

function link({ out, scope, file, imageKey }: Writer, kind: string, from: string, line: number): void {
  const key = joinNatural(scope, 'flow', kind, `${from}->${imageKey}`)
  out.flow({ key, type: 'flow-build', from, to: imageKey, place: { file: file.path, line } })
}

function writeImage(writer: Writer): void {
  const { out, file, build, recipe, imageKey, warnings } = writer
  const { image } = build
  const place = { file: file.path, line: recipe.line }
  // Of an image that another file declares, that file owns name and place.
  if (image) out.component({ ...image, place: image.source })
  else add(writer, { key: imageKey, type: 'image', name: builtNameOf(file.key), line: recipe.line })
  state(writer, imageKey, recipe.image)
  // Images of this family say by their tag whether they name a user.
  const isLeftOpen = recipe.recipe.facts.get('user')?.value === 'image-default'
  if (recipe.base && isLeftOpen && isDistroless(recipe.base.image)) {
    out.fact(imageKey, 'runsAsRoot', !/nonroot/.test(recipe.base.image.tag ?? ''), {
      file: file.path,
      line: recipe.base.line,
    })
  }
  if (!image || !Object.hasOwn(image.facts, 'builtLocally')) out.fact(imageKey, 'builtLocally', true, place)
  if (image && build.isGuess) {
    const sentence = `This is taken as the recipe of the image ${image.name}, because their names agree.`
    warnings.push({ ...place, sentence })
  }
}

function writeContext(writer: Writer, ownKey: string, recipeKey: string): void {
  const { out, file, build, recipe, paths } = writer
  const { folder, contextKey } = build
  if (recipe.context === undefined && contextKey === undefined) return
  const key = contextKey ?? ownKey
  const line = recipe.wholeContext ?? recipe.context ?? recipe.line
  const place = { file: file.path, line }
  const ignore = writer.ignoreFile({ dockerfile: file.path, folder })
  add(writer, { key, type: 'build-context', name: folder === '' ? 'Project folder' : folder, line })
  if (contextKey === undefined) {
    out.fact(key, 'path', folder === '' ? '.' : folder, place)
    link(writer, 'context', key, line)
  }
  const inside = paths
    .filter((path) => folder === '' || path.startsWith(`${folder}/`))
    .map((path) => (folder === '' ? path : path.slice(folder.length + 1)))
  const secret = inside.find((path) => isSecretFile(path) && ignore?.ignores(path) !== true)
  if (ignore) out.fact(key, 'dockerignore', keepsSecretsOut(ignore.ignores), { file: ignore.path, line: 1 })
  // Only a folder that was handed in whole shows that there is none.
  else if (folder !== '' && inside.length > 1) out.fact(key, 'dockerignore', false, place)
  if (inside.some(isSecretFile)) out.fact(key, 'containsSecrets', true, place)
  if (secret === undefined || recipe.wholeContext === undefined) return
  out.fact(recipeKey, 'secretsInBuild', true, place)
}

/** The image below, which decides what the Dockerfile leaves open, such as the user; and those that files come from. */
function writeBases(writer: Writer): void {
  const { base, copied } = writer.recipe
  if (base) writeSource(writer, 'base', base)
  for (const used of copied) if (used.image.ref !== base?.image.ref) writeSource(writer, 'copy', used)
}

function writeSource(writer: Writer, kind: string, { image, isWhole, line }: UsedImage): void {
  const { out, file, imageKey, scope } = writer
  if (!isWhole) return
  const place = { file: file.path, line }
  const key = joinNatural('image', keyPath(image.ref))
  if (key === imageKey) return
  add(writer, { key, type: 'image', name: image.ref, line })
  stateBase(out, key, image, place)
  link(writer, kind, key, line)
  const registry = joinNatural('registry', keyPath(image.registry))
  out.component({
    key: registry,
    type: 'registry',
    name: image.registry === 'docker.io' ? 'Docker Hub' : image.registry,
    place,
  })
  out.fact(registry, 'publicRegistry', isPublicRegistry(image.registry), place)
  if (isPulled(writer, key)) return
  const pull = joinNatural(scope, 'flow', 'image-pull', `${registry}->${key}`)
  out.flow({ key: pull, type: 'flow-image-pull', from: registry, to: key, place })
  out.fact(pull, 'pinnedDigest', image.digest !== undefined, place)
}

/** True when the files that run the image say so already. */
function isPulled({ found }: Writer, imageKey: string): boolean {
  return found.some(({ flows }) =>
    flows.some(({ type, to }) => type === 'flow-image-pull' && to === imageKey),
  )
}

function stateBase(
  out: ExtractBuilder,
  key: string,
  image: ImageRef,
  place: { file: string; line: number },
): void {
  out.fact(key, 'imageName', imageNameOf(image), place)
  out.fact(key, 'imageTagLatest', !image.digest && (image.tag === undefined || image.tag === 'latest'), place)
  out.fact(key, 'floatingTag', !image.digest && isFloating(image), place)
  out.fact(key, 'pinnedDigest', image.digest !== undefined, place)
  out.fact(key, 'official', isOfficial(image), place)
  out.fact(key, 'publicRegistry', isPublicRegistry(image.registry), place)
  out.fact(key, 'builtLocally', false, place)
  if (isDistroless(image)) {
    out.fact(key, 'packagesMinimal', true, place)
    out.fact(key, 'runsAsRoot', !/nonroot/.test(image.tag ?? ''), place)
  }
}

function writeBuilder(writer: Writer, key: string): void {
  const { recipe } = writer
  const [first] = recipe.builder.facts.values()
  if (!first) return
  add(writer, { key, type: 'image-builder', name: 'Image builder', line: first.line })
  state(writer, key, recipe.builder)
  link(writer, 'builder', key, first.line)
}

/** What was passed over, and what could not be understood. */
function note({ file, recipe, skipped, warnings, build }: Writer, target: Stage): void {
  for (const { line, sentence } of recipe.warnings) warnings.push({ file: file.path, line, sentence })
  if (build.target !== undefined) return
  for (const stage of file.stages) {
    if (!recipe.needed.has(stage) && stage !== target) {
      skipped.push({
        file: file.path,
        line: stage.from.line,
        what: `stage ${stage.name || stage.index}`,
        why: 'The image is built without this stage.',
      })
    }
    for (const { keyword, line } of stage.instructions) {
      if (keyword === 'ONBUILD') {
        skipped.push({
          file: file.path,
          line,
          what: 'ONBUILD',
          why: 'It takes effect in images that are built on this one.',
        })
      } else if (!known.has(keyword)) {
        warnings.push({
          file: file.path,
          line,
          sentence: 'This line begins with no instruction that Docker knows. It was passed over.',
        })
      }
    }
  }
}

const known = new Set(
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(
    ' ',
  ),
)
