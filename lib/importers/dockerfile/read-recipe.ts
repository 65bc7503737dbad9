import { type ImageRef, imageNameOf, isOfficial } from '@/lib/importers/compose/image-ref'
import { isSecretName, secretOrigin } from '@/lib/importers/compose/secret-names'
import { isSecretFile } from '@/lib/importers/dockerfile/ignore-file'
import type { Install } from '@/lib/importers/dockerfile/installs'
import { type RunSigns, readRun } from '@/lib/importers/dockerfile/read-run'
import { argumentsOf, flagOf, type Instruction } from '@/lib/importers/dockerfile/split-instructions'
import { type Base, type Stage, stagesOf } from '@/lib/importers/dockerfile/stages'
import { expand, readPairs } from '@/lib/importers/dockerfile/variables'
import type { FactValue } from '@/lib/model/fact'

/** Facts with the line that says each; what is stated first stays. */
export class Stated {
  readonly facts = new Map<string, { value: FactValue; line: number }>()

  set(attribute: string, value: FactValue | undefined, line: number): void {
    if (value !== undefined && !this.facts.has(attribute)) this.facts.set(attribute, { value, line })
  }
}

/** An image that a Dockerfile names. `isWhole` is false when a part of its name is left to a variable. */
export type UsedImage = { image: ImageRef; isWhole: boolean; line: number }

/** What a Dockerfile says of one of its stages as the one that is built. */
export type Recipe = {
  line: number
  recipe: Stated
  image: Stated
  builder: Stated
  /** The image at the bottom of the built one. */
  base?: UsedImage
  /** Images that files of the built one are copied from as they are. */
  copied: UsedImage[]
  installs: (Install & { line: number })[]
  /** Where it first takes files of the context, and where all of them. */
  context?: number
  wholeContext?: number
  needed: ReadonlySet<Stage>
  warnings: { line: number; sentence: string }[]
}

/** Reads what building one stage does: of the stages that it is FROM and of those it copies from. */
export function readRecipe(target: Stage): Recipe {
  const { chain, needed } = stagesOf(target)
  const read: Recipe = {
    line: target.from.line,
    recipe: new Stated(),
    image: new Stated(),
    builder: new Stated(),
    copied: copiedImages(chain),
    installs: [],
    needed,
    warnings: [],
  }
  read.recipe.set('declared', true, target.from.line)
  readUser(read, chain)
  readBases(read, chain, needed)
  for (const stage of [...needed].sort((a, b) => a.index - b.index))
    readStage(read, stage, chain.includes(stage))
  readHealthcheck(read, chain)
  readPorts(read, chain)
  finish(read)
  return read
}

function lastOf(
  chain: readonly Stage[],
  keyword: string,
): { instruction: Instruction; stage: Stage } | undefined {
  for (const stage of chain) {
    const instruction = stage.instructions.findLast((one) => one.keyword === keyword)
    if (instruction) return { instruction, stage }
  }
  return undefined
}

function readUser(read: Recipe, chain: readonly Stage[]): void {
  const last = lastOf(chain, 'USER')
  const bottom = chain.at(-1) as Stage
  if (!last) {
    // Nothing lies below that could name a user, so the process is root.
    if (bottom.base.kind === 'scratch') read.recipe.set('user', 'root', bottom.from.line)
    else read.recipe.set('user', 'image-default', (chain[0] as Stage).from.line)
    return
  }
  const { instruction, stage } = last
  const { text, unset } = expand(argumentsOf(instruction)[0] ?? '', stage.scope)
  const user = text.split(':')[0] ?? ''
  if (unset.length > 0 && user.includes('$')) {
    read.recipe.set('user', null, instruction.line)
    read.warnings.push({
      line: instruction.line,
      sentence: 'USER names a variable without a value. Who it runs as is unknown.',
    })
  } else if (user !== '')
    read.recipe.set(
      'user',
      /^(root|0+|ContainerAdministrator)$/i.test(user) ? 'root' : 'nonroot',
      instruction.line,
    )
}

function copiedImages(chain: readonly Stage[]): UsedImage[] {
  const copies = chain.flatMap((stage) => stage.copies.filter(({ at }) => at.keyword === 'COPY'))
  return copies.flatMap(({ from, at }) => {
    const base = untouched(from)
    if (base.kind !== 'image') return []
    const { image, isWhole } = base
    // A bare name may as well be that of a further build context.
    if (base === from && image.tag === undefined && !image.digest && !image.ref.includes('/')) return []
    return [{ image, isWhole, line: at.line }]
  })
}

// A stage that only gives an image a name is that image.
function untouched(base: Base): Base {
  let found = base
  while (found.kind === 'stage' && !found.stage.instructions.some(({ keyword }) => CHANGING.has(keyword)))
    found = found.stage.base
  return found
}

const CHANGING = new Set(['RUN', 'COPY', 'ADD'])

function readBases(read: Recipe, chain: readonly Stage[], needed: ReadonlySet<Stage>): void {
  const bases: { base: Base; line: number }[] = []
  for (const stage of needed) {
    bases.push({ base: stage.base, line: stage.from.line })
    for (const { from, at } of stage.copies) bases.push({ base: from, line: at.line })
  }
  bases.sort((a, b) => a.line - b.line)
  const images = bases.flatMap(({ base, line }) => (base.kind === 'image' ? [{ ...base, line }] : []))
  const isKnown = bases.every(({ base }) => base.kind !== 'unknown')
  const first = images[0]?.line ?? bases[0]?.line ?? read.line
  const isLatest = ({ image }: { image: ImageRef }) =>
    !image.digest && (image.tag === undefined || image.tag === 'latest')
  const loose = images.find((one) => isLatest(one) && one.isWhole)
  const unpinned = images.find(({ image }) => !image.digest)
  if (loose) read.recipe.set('baseTagLatest', true, loose.line)
  else if (isKnown && images.every(({ isWhole }) => isWhole)) read.recipe.set('baseTagLatest', false, first)
  if (unpinned) read.recipe.set('pinnedDigest', false, unpinned.line)
  else if (isKnown) read.recipe.set('pinnedDigest', true, first)
  if (isKnown && images.every(({ image, isWhole }) => isWhole && isTrusted(image))) {
    read.recipe.set('baseImageTrusted', true, first)
    read.image.set('baseImageTrusted', true, first)
  }
  const bottom = chain.at(-1) as Stage
  if (bottom.base.kind === 'image')
    read.base = { image: bottom.base.image, isWhole: bottom.base.isWhole, line: bottom.from.line }
  if (read.base?.isWhole) read.recipe.set('baseImageName', imageNameOf(read.base.image), read.base.line)
  if (bottom.base.kind === 'scratch' || (read.base && isDistroless(read.base.image)))
    read.image.set('packagesMinimal', true, bottom.from.line)
  if (bottom.base.kind === 'unknown') {
    read.warnings.push({
      line: bottom.from.line,
      sentence: 'FROM names its image by a variable without a value. What it is built on is unknown.',
    })
  }
}

/** Official images, and those that vendors of base images publish in registries of their own. */
function isTrusted(image: ImageRef): boolean {
  if (isOfficial(image) === true) return true
  return (
    /^(mcr\.microsoft\.com|registry\.access\.redhat\.com|registry\.redhat\.io|registry\.suse\.com|public\.ecr\.aws|container-registry\.oracle\.com|cgr\.dev)$/.test(
      image.registry,
    ) ||
    (image.registry === 'gcr.io' && image.repository.startsWith('distroless/'))
  )
}

/** True for images without shell and package manager. */
export function isDistroless({ registry, repository, tag = '' }: ImageRef): boolean {
  if (registry === 'gcr.io' && repository.startsWith('distroless/')) return !tag.startsWith('debug')
  return registry === 'cgr.dev' && /(^|\/)(static|glibc-dynamic)$/.test(repository) && !tag.includes('dev')
}

function readStage(read: Recipe, stage: Stage, isInImage: boolean): void {
  for (const instruction of stage.instructions) {
    switch (instruction.keyword) {
      case 'ARG':
      case 'ENV':
        readSecrets(read, instruction, isInImage)
        break
      case 'ADD':
      case 'COPY':
        readCopy(read, instruction, isInImage)
        break
      case 'RUN':
        addRun(read, readRun(instruction), isInImage)
        break
    }
  }
}

const switchedOff: Record<string, RegExp> = {
  NODE_TLS_REJECT_UNAUTHORIZED: /^0$/,
  PYTHONHTTPSVERIFY: /^0$/,
  GIT_SSL_NO_VERIFY: /^(1|true)$/i,
  NPM_CONFIG_STRICT_SSL: /^false$/i,
  PIP_TRUSTED_HOST: /./,
}

function readSecrets(read: Recipe, instruction: Instruction, isInImage: boolean): void {
  for (const { name, value, offset } of readPairs(instruction)) {
    const line = instruction.lineAt(offset)
    if (value !== undefined && switchedOff[name.toUpperCase()]?.test(value.trim()))
      read.recipe.set('unverifiedDownload', true, line)
    // A build argument without a default is filled when building, and stands in the history all the same.
    const isSecret =
      instruction.keyword === 'ARG' && value === undefined
        ? isSecretName(name)
        : secretOrigin(name, value ?? '') !== undefined
    if (!isSecret) continue
    read.recipe.set('secretsInBuild', true, line)
    if (isInImage) read.image.set('secretsInLayers', true, line)
  }
}

function readCopy(read: Recipe, instruction: Instruction, isInImage: boolean): void {
  const { keyword, line } = instruction
  const words = argumentsOf(instruction)
  const mode = flagOf(instruction, 'chmod')
  if (isInImage && mode && /^0?[246][0-7]{3}$|\+s/.test(mode)) read.image.set('setuidBinaries', true, line)
  if (flagOf(instruction, 'from') !== undefined) return
  const sources = words.slice(0, -1).filter((word) => !word.startsWith('<<'))
  for (const source of sources) {
    const isRemote = /^(https?|ftp):\/\//i.test(source)
    const isGit = /^git@|^git:\/\/|^https?:\/\/[^\s]+\.git(#|$)/i.test(source)
    if (keyword === 'ADD' && isRemote && !isGit && flagOf(instruction, 'checksum') === undefined)
      read.recipe.set('remoteAdd', true, line)
    if (isRemote || isGit) continue
    read.context ??= line
    if (/^\.?\/?\.?$|^\*$|^\.\/\*$/.test(source)) read.wholeContext ??= line
    if (isSecretFile(source)) {
      read.recipe.set('secretsInBuild', true, line)
      if (isInImage) read.image.set('secretsInLayers', true, line)
    }
  }
  // ADD is the way to fetch and to unpack; for anything else COPY does.
  const needsAdd =
    sources.length > 0 &&
    sources.every((source) => /^(\w+:\/\/|git@)|\.(tar(\.\w+)?|tgz|tbz2?|txz)$|[*$]/i.test(source))
  if (keyword === 'ADD' && sources.length > 0 && !needsAdd) read.recipe.set('usesAdd', true, line)
}

function addRun(read: Recipe, signs: RunSigns, isInImage: boolean): void {
  const { recipe, image, builder } = read
  if (signs.unverifiedDownload) recipe.set('unverifiedDownload', true, signs.unverifiedDownload)
  if (signs.updateAlone) recipe.set('updateAlone', true, signs.updateAlone)
  if (signs.secretMount) builder.set('buildSecretsUsed', true, signs.secretMount)
  if (signs.insecure) builder.set('privileged', true, signs.insecure)
  read.installs.push(...signs.installs)
  if (!isInImage) return
  if (signs.clearsSetuid) {
    image.facts.delete('setuidBinaries')
    image.set('setuidBinaries', false, signs.clearsSetuid)
  } else if (signs.setuid) {
    image.facts.delete('setuidBinaries')
    image.set('setuidBinaries', true, signs.setuid)
  }
  const tools = signs.installs.find(({ hasTools }) => hasTools)
  if (tools) image.set('packagesMinimal', false, tools.line)
}

function readHealthcheck(read: Recipe, chain: readonly Stage[]): void {
  const last = lastOf(chain, 'HEALTHCHECK')
  const bottom = chain.at(-1) as Stage
  if (last) {
    const isOn = !/^NONE\b/i.test(last.instruction.text)
    read.recipe.set('healthcheck', isOn, last.instruction.line)
    read.image.set('healthcheck', isOn, last.instruction.line)
    return
  }
  read.recipe.set('healthcheck', false, read.line)
  // Official images bring none, by the rules they are made by.
  if (bottom.base.kind === 'scratch' || (bottom.base.kind === 'image' && isOfficialName(bottom.base.image)))
    read.image.set('healthcheck', false, bottom.from.line)
}

function isOfficialName({ registry, repository }: ImageRef): boolean {
  return registry === 'docker.io' && !repository.replace(/^library\//, '').includes('/')
}

function readPorts(read: Recipe, chain: readonly Stage[]): void {
  const ports = new Map<string, number>()
  for (const stage of chain) {
    for (const instruction of stage.instructions.filter(({ keyword }) => keyword === 'EXPOSE')) {
      for (const word of argumentsOf(instruction)) {
        const { text } = expand(word, stage.scope)
        if (/^\d{1,5}(-\d{1,5})?(\/(tcp|udp|sctp))?$/i.test(text))
          ports.set(text.toLowerCase(), instruction.line)
      }
    }
  }
  const [first] = ports.values()
  if (first !== undefined) read.recipe.set('exposedPorts', [...ports.keys()].slice(0, 100), first)
}

function finish(read: Recipe): void {
  const { recipe, builder, installs } = read
  const loose = installs.find(({ isPinned }) => isPinned === false)
  if (loose) recipe.set('unpinnedPackages', true, loose.line)
  else if (installs.every(({ isPinned }) => isPinned === true))
    recipe.set('unpinnedPackages', false, installs[0]?.line ?? read.line)
  else recipe.set('unpinnedPackages', null, installs[0]?.line ?? read.line)
  const secret = recipe.facts.get('secretsInBuild')
  if (secret && builder.facts.has('buildSecretsUsed')) {
    builder.facts.delete('buildSecretsUsed')
    builder.set('buildSecretsUsed', false, secret.line)
  }
}
