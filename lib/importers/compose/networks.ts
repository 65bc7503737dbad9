import type { ExtractBuilder, Place } from '@/lib/importers/compose/builder'
import { keyName } from '@/lib/importers/compose/keys'
import { bodyOf, type Project, type ProjectObject } from '@/lib/importers/compose/project'
import { entryAt, type ServiceContext, state } from '@/lib/importers/compose/service-context'
import { entriesOf, toScalarText, valueAt } from '@/lib/importers/yaml/yaml-node'

/** Adds every declared network with its facts. */
export function addNetworks(project: Project, out: ExtractBuilder, hostKey: string): void {
  for (const [name, object] of project.sections.networks) addNetwork(project, out, hostKey, name, object)
}

function addNetwork(
  project: Project,
  out: ExtractBuilder,
  hostKey: string,
  name: string,
  object: ProjectObject,
): void {
  const body = bodyOf(object)
  const { entry } = object
  const driver = project.read(valueAt(body, 'driver'))?.text
  const isOverlay = driver === 'overlay'
  const key = project.key('network', keyName(name))
  out.component({
    key,
    type: isOverlay ? 'overlay-network' : 'bridge-network',
    name,
    parentKey: hostKey,
    zoneKeys: [hostKey],
    place: entry,
  })
  const external = readExternal(project, object)
  // Whoever made an external network decided its settings: nothing is known of them here.
  if (external.value !== true) out.fact(key, 'declared', true, entry)
  out.fact(key, 'external', external.value, external.place)
  for (const part of ['internal', 'attachable']) {
    const setting = body.entries.get(part)
    if (setting) out.fact(key, part, project.readBoolean(setting.value), setting)
  }
  const options = body.entries.get('driver_opts')
  const encrypted = options?.value.kind === 'map' ? options.value.entries.get('encrypted') : undefined
  if (isOverlay && encrypted)
    out.fact(key, 'overlayEncrypted', project.peek(encrypted.value)?.text !== 'false', encrypted)
  if (driver && ['macvlan', 'ipvlan'].includes(driver)) {
    project.warn(
      entry,
      `The network driver ${driver} puts containers on the host's own network, past its published ports. It is drawn like a bridge.`,
    )
  }
}

/** Whether an object was made elsewhere: `external: true`, or the old map with a name. */
export function readExternal(
  project: Project,
  object: ProjectObject,
): { value: boolean | null | undefined; place: Place } {
  const entry = bodyOf(object).entries.get('external')
  if (!entry) return { value: undefined, place: object.entry }
  return { value: entry.value.kind === 'map' ? true : project.readBoolean(entry.value), place: entry }
}

/** Natural keys of the networks that a service is in, the first being where it is drawn; none for the host's network. */
export function joinNetworks(context: ServiceContext, chain: readonly string[] = []): string[] {
  const { project, out } = context
  const mode = entryAt(context, 'network_mode')
  const read = mode && project.read(mode.value)
  if (mode && read && read.unset.length === 0) {
    if (read.text === 'bridge' || read.text === 'default') return [defaultBridge(context, mode)]
    const isOther = !/^(service:|container:|host$|none$)/.test(read.text)
    state(context, 'networkCount', isOther ? 1 : 0, mode)
    const service = /^service:(.+)$/.exec(read.text)?.[1]
    if (service !== undefined) return joinWith(context, service, chain)
    return isOther ? [namedNetwork(context, read.text, mode)] : []
  }
  const joined = entriesOf(entryAt(context, 'networks')?.value)
  if (joined.length === 0) return [defaultNetwork(context)]
  const keys = joined.flatMap(({ key: name, file, line }) => {
    const key = project.key('network', keyName(name))
    if (name === 'default' && !out.has(key)) return [defaultNetwork(context)]
    if (!out.has(key)) {
      project.skip(
        { file, line },
        `services.${context.name}.networks.${name}`,
        'This network is not declared under the top-level "networks".',
      )
      return []
    }
    const declared = project.sections.networks.get(name)
    const realName = declared && toScalarText(valueAt(bodyOf(declared), 'name'))
    if (realName === 'host' && declared && readExternal(project, declared).value)
      state(context, 'hostNetwork', true, { file, line })
    return [key]
  })
  const [first] = joined
  if (first && keys.length === joined.length) state(context, 'networkCount', keys.length, first)
  return keys
}

function defaultNetwork({ project, out, hostKey, place }: ServiceContext): string {
  const key = project.key('network', 'default')
  if (!out.has(key)) {
    out.component({
      key,
      type: 'bridge-network',
      name: 'default',
      parentKey: hostKey,
      zoneKeys: [hostKey],
      place,
    })
    out.fact(key, 'declared', true, place)
  }
  return key
}

function defaultBridge(context: ServiceContext, place: Place): string {
  const { project, out, hostKey } = context
  const key = project.key('default-bridge')
  out.component({
    key,
    type: 'bridge-network',
    name: 'bridge (docker0)',
    parentKey: hostKey,
    zoneKeys: [hostKey],
    place,
  })
  out.fact(key, 'defaultBridge', true, place)
  state(context, 'defaultBridge', true, place)
  state(context, 'networkCount', 1, place)
  return key
}

// A mode that is no known word is the name of a network that exists already.
function namedNetwork(context: ServiceContext, name: string, place: Place): string {
  const { project, out, hostKey } = context
  const key = project.key('network', keyName(name))
  if (!out.has(key)) {
    out.component({ key, type: 'bridge-network', name, parentKey: hostKey, zoneKeys: [hostKey], place })
    out.fact(key, 'external', true, place)
  }
  return key
}

function joinWith(context: ServiceContext, service: string, chain: readonly string[]): string[] {
  const object = context.project.sections.services.get(service)
  if (!object || chain.includes(service) || chain.length > 50) return []
  const other = {
    ...context,
    key: context.project.key('service', keyName(service)),
    name: service,
    service: bodyOf(object),
    place: object.entry,
  }
  return joinNetworks(other, [...chain, service])
}
