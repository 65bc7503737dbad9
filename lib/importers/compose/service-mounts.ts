import type { Place } from '@/lib/importers/compose/builder'
import { keyName, keyPath } from '@/lib/importers/compose/keys'
import { type Mount, parseVolume } from '@/lib/importers/compose/parse-volume'
import { bodyOf } from '@/lib/importers/compose/project'
import { engineSocketAt, isSensitivePath } from '@/lib/importers/compose/sensitive-paths'
import { entryAt, type ServiceContext, state } from '@/lib/importers/compose/service-context'
import { itemsOf, valueAt, type YamlNode } from '@/lib/importers/yaml/yaml-node'

export type PlacedMount = Mount & { node: YamlNode }

/** Reads the mounts of a service, short and long form. Of two at one target the later counts. */
export function readMounts(context: ServiceContext): PlacedMount[] {
  const mounts = new Map<string, PlacedMount>()
  for (const node of itemsOf(entryAt(context, 'volumes')?.value)) {
    const mount =
      node.kind === 'map' ? longMount(context, node) : parseVolume(context.project.read(node)?.text ?? '')
    if (mount) mounts.set(mount.target, { ...mount, node })
    else
      context.project.skip(
        node,
        `services.${context.name}.volumes`,
        'This is no mount that can be read: write SOURCE:TARGET.',
      )
  }
  return [...mounts.values()]
}

function longMount({ project }: ServiceContext, node: YamlNode): Mount | undefined {
  const at = (...path: string[]) => project.read(path.reduce<YamlNode | undefined>(valueAt, node))?.text
  const [source, target] = [at('source') ?? at('src'), at('target') ?? at('destination') ?? at('dst')]
  if (target === undefined) return undefined
  const readOnly = project.readBoolean(valueAt(node, 'read_only') ?? valueAt(node, 'readonly'))
  const propagation = at('bind', 'propagation')?.replace(/^r(?=shared|slave|private)/, '')
  return {
    type: at('type') ?? 'volume',
    ...(source !== undefined && { source }),
    target,
    readOnly: readOnly === null ? undefined : (readOnly ?? false),
    ...(propagation && ['shared', 'slave', 'private'].includes(propagation) && { propagation }),
  }
}

/** How the project mounts a store: gathered over all services, for what only the whole can tell. */
export type StoreUse = {
  key: string
  path?: string
  mounts: { service: string; target: string; place: Place }[]
}

/** Adds volumes, host paths and engine sockets with their flows. `uses` gathers who mounts what. */
export function addMounts(
  context: ServiceContext,
  mounts: readonly PlacedMount[],
  uses: Map<string, StoreUse>,
): void {
  for (const mount of mounts) {
    const { type, source, target, node } = mount
    if (type === 'tmpfs') continue
    if (type === 'image' || type === 'cluster') {
      context.project.skip(
        node,
        `services.${context.name}.volumes`,
        `Mounts of the type ${type} are not modelled.`,
      )
    } else if (type === 'npipe') {
      if (source && engineSocketAt(source)) addSocket(context, source, node)
      else
        context.project.skip(
          node,
          `services.${context.name}.volumes`,
          'A named pipe of Windows is not modelled.',
        )
    } else if (type === 'bind') addBind(context, mount, source ?? target, uses)
    else addVolume(context, mount, uses)
  }
}

function addVolume(context: ServiceContext, mount: PlacedMount, uses: Map<string, StoreUse>): void {
  const { project, out, hostKey, name } = context
  const { source, target, node } = mount
  const key =
    source === undefined
      ? project.key('anonymous', keyName(name), keyName(target))
      : project.key('volume', keyName(source))
  const declared = source === undefined ? undefined : project.sections.volumes.get(source)
  if (source !== undefined && !declared && !out.has(key)) {
    project.warn(
      node,
      'This volume is not declared under the top-level "volumes". It is taken for a named volume.',
    )
  }
  const place = declared?.entry ?? node
  out.component({
    key,
    type: 'docker-volume',
    name: source ?? `anonymous ${target}`,
    parentKey: hostKey,
    zoneKeys: [hostKey],
    place,
  })
  addMount(context, key, mount, uses)
  const options = declared && valueAt(bodyOf(declared), 'driver_opts')
  const device = project.read(valueAt(options, 'device'))?.text
  // A local volume may be a host path in disguise: then both are what the container mounts.
  if (declared && device && /\bbind\b/.test(project.peek(valueAt(options, 'o'))?.text ?? ''))
    addBind(context, { ...mount, node: declared.entry.value }, device, uses)
}

function addBind(
  context: ServiceContext,
  mount: PlacedMount,
  source: string,
  uses: Map<string, StoreUse>,
): void {
  const { project, out, hostKey } = context
  const { node, target } = mount
  const path = project.pathAt(node, source)
  const socket =
    engineSocketAt(path) ??
    (source.includes('${') && engineSocketAt(target) === 'socket' ? 'socket' : undefined)
  if (socket) addSocket(context, socket === 'socket' ? path : `${path}/docker.sock`, node)
  if (socket === 'socket') return
  const key = project.key('bind', keyPath(path).replace(/^\/+/, '') || '%2F')
  out.component({ key, type: 'bind-mount', name: path, parentKey: hostKey, zoneKeys: [hostKey], place: node })
  out.fact(key, 'path', path, node)
  out.fact(key, 'sensitivePath', isSensitivePath(path), node)
  addMount(context, key, mount, uses, path)
}

function addMount(
  context: ServiceContext,
  store: string,
  mount: PlacedMount,
  uses: Map<string, StoreUse>,
  path?: string,
): void {
  const { project, out, key, name } = context
  const { readOnly, propagation, node, target } = mount
  const place = { file: node.file, line: node.line }
  const flow = project.flowKey('volume', store, key)
  out.flow({ key: flow, type: 'flow-volume', from: store, to: key, both: readOnly === false, place })
  // Mounted twice, it is read-only only if it is so both times.
  const before = out.factOf(flow, 'readOnly')
  if (!before || before.value === true || readOnly === false)
    out.replaceFact(flow, 'readOnly', readOnly ?? null, place)
  if (propagation) out.fact(flow, 'mountPropagation', propagation, place)
  const use = uses.get(store) ?? { key: store, ...(path !== undefined && { path }), mounts: [] }
  use.mounts.push({ service: name, target, place })
  uses.set(store, use)
}

/** Adds an engine's socket, the way to it and on to the engine. */
export function addSocket(context: ServiceContext, path: string, place: Place): void {
  const { project, out, hostKey, key } = context
  // /run and /var/run are one directory, so this is one socket.
  const socket = project.key('socket', keyPath(path.replace(/^\/run\//, '/var/run/')).replace(/^\/+/, ''))
  out.component({
    key: socket,
    type: 'docker-socket',
    name: path,
    parentKey: hostKey,
    zoneKeys: [hostKey],
    place,
  })
  out.fact(socket, 'path', path, place)
  out.flow({
    key: project.flowKey('docker-api', key, socket),
    type: 'flow-docker-api',
    from: key,
    to: socket,
    place,
  })
  const engine = project.key('engine')
  out.flow({
    key: project.flowKey('docker-api', socket, engine),
    type: 'flow-docker-api',
    from: socket,
    to: engine,
    place,
  })
  state(context, 'mountsDockerSocket', true, place)
}
