import type { Place } from '@/lib/importers/compose/builder'
import {
  type ImageRef,
  imageNameOf,
  isFloating,
  isOfficial,
  isPublicRegistry,
  parseImage,
} from '@/lib/importers/compose/image-ref'
import { joinNatural, keyName, keyPath } from '@/lib/importers/compose/keys'
import { resolvePath } from '@/lib/importers/compose/paths'
import { entryAt, type ServiceContext } from '@/lib/importers/compose/service-context'
import { entriesOf, valueAt } from '@/lib/importers/yaml/yaml-node'

/** What a service runs. `image` is absent when the files do not say it. */
export type RunImage = { image?: ImageRef; context?: string; place: Place }

/** Reads `image` and `build`: the image with its facts, where it is pulled from, and what it is built from. */
export function readImage(context: ServiceContext): RunImage {
  const { project, out, hostKey, key } = context
  const image = entryAt(context, 'image')
  const build = entryAt(context, 'build')
  const text = image && project.read(image.value)?.text
  const ref = text === undefined ? undefined : parseImage(text)
  const place = image ?? build ?? context.place
  if (!ref && !build) {
    project.warn(
      context.place,
      `The service ${context.name.slice(0, 80).replace(/\p{Cc}/gu, ' ')} names neither an image nor a build. Hand in the file that does.`,
    )
    return { place }
  }
  const name = ref?.ref ?? `${project.name}-${context.name}`
  const imageKey = joinNatural('image', keyPath(name))
  out.component({ key: imageKey, type: 'image', name, parentKey: hostKey, zoneKeys: [hostKey], place })
  out.flow({
    key: project.flowKey('image-run', imageKey, key),
    type: 'flow-image-run',
    from: imageKey,
    to: key,
    place,
  })
  out.fact(imageKey, 'builtLocally', build !== undefined, build ?? place)
  if (ref) stateImage(context, imageKey, ref, place)
  if (ref && !build) readPull(context, imageKey, ref, place)
  const buildContext = build && readBuild(context, imageKey)
  return { ...(ref && { image: ref }), ...(buildContext !== undefined && { context: buildContext }), place }
}

function stateImage({ out }: ServiceContext, imageKey: string, ref: ImageRef, place: Place): void {
  const isWholeName = !ref.registry.startsWith('$') && !ref.repository.includes('${')
  const tagIsKnown = !(ref.tag ?? '').includes('${') && isWholeName
  if (tagIsKnown || ref.digest) {
    // A digest decides what runs; a tag beside it is decoration.
    out.fact(
      imageKey,
      'imageTagLatest',
      !ref.digest && (ref.tag === undefined || ref.tag === 'latest'),
      place,
    )
    out.fact(imageKey, 'floatingTag', !ref.digest && isFloating(ref), place)
  }
  if (isWholeName) {
    out.fact(imageKey, 'pinnedDigest', ref.digest !== undefined, place)
    if (out.factOf(imageKey, 'builtLocally')?.value === false) {
      out.fact(imageKey, 'imageName', imageNameOf(ref), place)
      out.fact(imageKey, 'official', isOfficial(ref), place)
      out.fact(imageKey, 'publicRegistry', isPublicRegistry(ref.registry), place)
    }
  }
}

function readPull(context: ServiceContext, imageKey: string, ref: ImageRef, place: Place): void {
  const { project, out } = context
  // A name that begins with a variable may hold its registry in it: where it comes from is unknown.
  if (ref.registry.startsWith('$') || ref.repository.startsWith('$')) return
  const registry = joinNatural('registry', keyPath(ref.registry))
  out.component({
    key: registry,
    type: 'registry',
    name: ref.registry === 'docker.io' ? 'Docker Hub' : ref.registry,
    place,
  })
  out.fact(registry, 'publicRegistry', isPublicRegistry(ref.registry), place)
  const flow = out.flow({
    key: project.flowKey('image-pull', registry, imageKey),
    type: 'flow-image-pull',
    from: registry,
    to: imageKey,
    place,
  })
  out.fact(flow, 'pinnedDigest', ref.digest !== undefined, place)
}

function readBuild(context: ServiceContext, imageKey: string): string | undefined {
  const { project, out, hostKey } = context
  const build = entryAt(context, 'build')
  const node = valueAt(build?.value, 'context')
  const read = project.read(node)
  for (const { key, file, line } of entriesOf(build?.value)) {
    if (!['context', 'dockerfile', 'dockerfile_inline', 'target'].includes(key)) {
      project.skip(
        { file, line },
        `services.${context.name}.build.${key}`,
        'How an image is built is read from its Dockerfile. Arguments are never kept.',
      )
    }
  }
  if (!build) return undefined
  const place = node ?? build
  const written = read?.text ?? '.'
  const isRemote = /^(https?|git|ssh|oci|docker-image|service|target):|^git@|^github\.com\//.test(written)
  const path = isRemote ? remoteContext(written) : project.pathAt(place, written)
  const key = project.key('build', isRemote ? keyName(path) : keyPath(path))
  out.component({
    key,
    type: 'build-context',
    name: path === '.' ? 'Project folder' : path,
    parentKey: hostKey,
    zoneKeys: [hostKey],
    place,
  })
  out.fact(key, 'path', path, place)
  out.flow({
    key: project.flowKey('build', key, imageKey),
    type: 'flow-build',
    from: key,
    to: imageKey,
    place,
  })
  if (!isRemote) noteBuild(context, imageKey, { contextKey: key, place, written })
  return isRemote ? undefined : path
}

/** Notes which Dockerfile builds the image, for the reader of Dockerfiles. */
function noteBuild(
  context: ServiceContext,
  imageKey: string,
  { contextKey, place, written }: { contextKey: string; place: Place; written: string },
): void {
  const { project } = context
  const build = entryAt(context, 'build')
  const folder = project.inputPath(place, written)
  if (folder === undefined) return
  const named = readInline(context) ?? project.read(valueAt(build?.value, 'dockerfile'))?.text
  const target = project.read(valueAt(build?.value, 'target'))
  project.builds.push({
    imageKey,
    contextKey,
    folder,
    ...(named !== undefined && {
      dockerfile: typeof named === 'string' ? resolvePath(folder, named) : named.key,
    }),
    ...(target && target.unset.length === 0 && { target: target.text }),
    source: { file: place.file, line: place.line },
  })
}

/** A Dockerfile written into the Compose file, handed on to the reader of Dockerfiles with the lines that it has here. */
function readInline({ project, service, name }: ServiceContext): { key: string } | undefined {
  const node = valueAt(service.entries.get('build')?.value, 'dockerfile_inline')
  const text = project.peek(node)?.text
  if (!node || text === undefined) return undefined
  const key = `${node.file}/${keyName(name)}`
  // The text of a block scalar begins on the line after its key.
  const before = text.trimEnd().includes('\n') ? node.line : node.line - 1
  project.inner.push({ key, file: node.file, text: '\n'.repeat(before) + text })
  return { key }
}

/** A remote context without user, password and query. */
export function remoteContext(text: string): string {
  return text
    .replace(/^(\w+:\/\/)[^/@]*(?:@[^/@]*)*@/, '$1')
    .replace(/^[^/@:]*@(?=[\w.-]+:)/, '')
    .replace(/[?].*$/s, '')
    .replace(/#.*$/s, '')
}
