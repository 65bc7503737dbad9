import { asksForCredentials } from '@/lib/importers/compose/auth'
import { ExtractBuilder } from '@/lib/importers/compose/builder'
import { debugPorts, startsDebugger, startsSshd } from '@/lib/importers/compose/command-signs'
import { keyName } from '@/lib/importers/compose/keys'
import { addNetworks, joinNetworks, readExternal } from '@/lib/importers/compose/networks'
import { firstPort, type Port } from '@/lib/importers/compose/parse-port'
import { bodyOf, type Project, type ProjectObject } from '@/lib/importers/compose/project'
import { isSourceCode } from '@/lib/importers/compose/sensitive-paths'
import {
  entryAt,
  peekCommand,
  readTexts,
  type ServiceContext,
  state,
} from '@/lib/importers/compose/service-context'
import { readEnvironment, stateSecrets, type Variable } from '@/lib/importers/compose/service-environment'
import { addGiven, addGrants } from '@/lib/importers/compose/service-grants'
import { type RunImage, readImage } from '@/lib/importers/compose/service-image'
import { whySkipped } from '@/lib/importers/compose/service-keys'
import { kindByImage, kindByPort, type ServiceKind } from '@/lib/importers/compose/service-kind'
import { readLimits } from '@/lib/importers/compose/service-limits'
import { addLinks, indexHosts, type Neighbours, trafficTo } from '@/lib/importers/compose/service-links'
import {
  addMounts,
  type PlacedMount,
  readMounts,
  type StoreUse,
} from '@/lib/importers/compose/service-mounts'
import { addPorts, containerPorts, type PlacedPort, readPorts } from '@/lib/importers/compose/service-ports'
import { readPrivileges } from '@/lib/importers/compose/service-privileges'
import type { Extract } from '@/lib/importers/extract'

/** What was read of a service before the services are connected with each other. */
type Service = {
  context: ServiceContext
  image: RunImage
  ports: PlacedPort[]
  variables: Variable[]
  mounts: PlacedMount[]
  kind: ServiceKind | undefined
}

/** Turns a project whose files are merged into components, flows and facts. */
export function readProject(project: Project): Extract {
  const out = new ExtractBuilder()
  const place = project.start ?? { file: project.name, line: 1 }
  const hostKey = out.component({ key: project.key('host'), type: 'docker-host', name: 'Docker host', place })
  out.component({
    key: project.key('engine'),
    type: 'docker-daemon',
    name: 'Docker engine',
    parentKey: hostKey,
    zoneKeys: [hostKey],
    place,
  })
  addNetworks(project, out, hostKey)
  addVolumes(project, out, hostKey)
  addGrants(project, out, hostKey)
  const services = [...project.sections.services].map(([name, object]) =>
    readService(project, out, hostKey, name, object),
  )
  connect(project, services)
  project.warnOfVariables()
  const { skipped, warnings, builds } = project
  return {
    ...out.finish('compose', project.scope, { skipped, warnings }),
    ...(builds.length > 0 && { builds }),
  }
}

function addVolumes(project: Project, out: ExtractBuilder, hostKey: string): void {
  for (const [name, object] of project.sections.volumes) {
    const key = project.key('volume', keyName(name))
    out.component({
      key,
      type: 'docker-volume',
      name,
      parentKey: hostKey,
      zoneKeys: [hostKey],
      place: object.entry,
    })
    const external = readExternal(project, object)
    out.fact(key, 'external', external.value, external.place)
  }
}

function readService(
  project: Project,
  out: ExtractBuilder,
  hostKey: string,
  name: string,
  object: ProjectObject,
): Service {
  const key = project.key('service', keyName(name))
  const context: ServiceContext = {
    project,
    out,
    hostKey,
    key,
    name,
    service: bodyOf(object),
    place: object.entry,
  }
  const profiles = readTexts(context, entryAt(context, 'profiles')?.value).map(({ text }) =>
    `profile:${text}`.replace(/\p{Cc}/gu, ' ').slice(0, 60),
  )
  out.component({ key, type: 'container', name, place: object.entry, tags: profiles })
  // Part of what the service says is missing: then what it leaves out is unknown, not Docker's default.
  if (!object.incomplete) state(context, 'declared', true, object.entry)
  out.place(key, joinNetworks(context), hostKey)
  readPrivileges(context)
  readLimits(context)
  const image = readImage(context)
  const ports = readPorts(context)
  const kind = readKind(context, image, ports)
  const variables = readEnvironment(context)
  stateSecrets(context, variables, [name, image.image?.repository.split('/').at(-1) ?? name])
  readSigns(context, image, ports, variables)
  for (const entry of context.service.entries.values()) {
    const why = whySkipped(entry.key)
    if (why !== undefined) project.skip(entry, `services.${name}.${entry.key}`, why)
  }
  return { context, image, ports, variables, mounts: readMounts(context), kind }
}

function readKind(
  context: ServiceContext,
  { image, place }: RunImage,
  ports: readonly PlacedPort[],
): ServiceKind | undefined {
  const isVariable = image?.repository.includes('${')
  const byImage = image && (kindByImage(image.ref) ?? (isVariable ? kindByImage(context.name) : undefined))
  const [byPort] = byImage ? [] : containerPorts(context, ports).flatMap((port) => kindByPort(port) ?? [])
  const kind = byImage ?? byPort
  state(
    context,
    'serviceKind',
    kind,
    byImage ? place : (ports[0]?.place ?? entryAt(context, 'expose') ?? place),
  )
  if (kind === 'code-runner') state(context, 'untrustedCode', true, place)
  return kind
}

// What command, variables and ports give away: a debugger, an SSH daemon, whether credentials are asked for.
function readSigns(
  context: ServiceContext,
  { image, place }: RunImage,
  ports: readonly PlacedPort[],
  variables: readonly Variable[],
): void {
  const command = peekCommand(context)
  const commandPlace = entryAt(context, 'command') ?? entryAt(context, 'entrypoint')
  if (commandPlace && startsDebugger(command))
    state(context, 'debugPort', true, entryAt(context, 'entrypoint') ?? commandPlace)
  for (const { name, value, place: at } of variables) {
    if (/OPT|ARGS|FLAGS|DEBUG|CMD/i.test(name) && value && startsDebugger(value.slice(0, 4000)))
      state(context, 'debugPort', true, at)
  }
  const debugPort = ports.find(({ target }) => debugPorts.has(firstPort(target) ?? 0))
  if (debugPort) state(context, 'debugPort', true, debugPort.place)
  if (commandPlace && startsSshd(command)) state(context, 'runsSshd', true, commandPlace)
  const sshPort = ports.find(({ target }) => firstPort(target) === 22)
  if (sshPort) state(context, 'runsSshd', true, sshPort.place)
  if (!image) return
  const settings = new Map(variables.map(({ name, value }) => [name, value]))
  const asks = asksForCredentials({ image: image.repository, tag: image.tag, command, settings })
  const decisive = variables.find(({ name }) =>
    /AUTH_METHOD|ALLOW_EMPTY|ROOT_USERNAME|REDIS_PASSWORD|VALKEY_PASSWORD|security\.enabled/i.test(name),
  )
  state(
    context,
    'authRequired',
    asks,
    decisive?.place ?? (/--(requirepass|auth|aclfile)/.test(command) && commandPlace ? commandPlace : place),
  )
}

const collector =
  /otel|opentelemetry|collector|logstash|fluent|jaeger|loki|tempo|zipkin|statsd|graylog|telegraf|vector|graphite|pushgateway|syslog/

function connect(project: Project, services: readonly Service[]): void {
  const kinds = new Map(
    services.flatMap(({ context, kind }) => (kind ? [[context.name, kind] as const] : [])),
  )
  const isCollector = ({ context, image, kind }: Service) =>
    collector.test((image.image?.repository ?? '').toLowerCase()) ||
    (kind !== 'database' && image.image?.repository.includes('${') === true && collector.test(context.name))
  const collectors = new Set(services.filter(isCollector).map(({ context }) => context.name))
  const neighbours: Neighbours = { byHost: indexHosts(project), kinds, collectors }
  const uses = new Map<string, StoreUse>()
  for (const service of services) {
    const { context, ports, variables } = service
    addPorts(context, ports, (port) => portTraffic(context.name, port, neighbours))
    addMounts(context, allMounts(service, services), uses)
    addGiven(context)
    addLinks(context, variables, neighbours)
  }
  const contexts = services.flatMap(({ image }) => (image.context === undefined ? [] : [image.context]))
  for (const use of uses.values()) stateUse(services[0]?.context.out, use, contexts)
}

const webPorts = new Set([80, 443, 3000, 4200, 5000, 8000, 8008, 8080, 8081, 8443, 8888, 9000, 9443])

// What travels over a published port: by what the service is, and for a service of no known kind by the port's custom.
function portTraffic(service: string, { target, protocol }: Port, neighbours: Neighbours): string {
  const number = firstPort(target) ?? 0
  if (debugPorts.has(number) || number === 22) return 'flow-generic'
  const type = trafficTo(service, false, neighbours)
  if (protocol === 'udp' && type === 'flow-http') return 'flow-generic'
  return type === 'flow-generic' && protocol !== 'udp' && webPorts.has(number) ? 'flow-http' : type
}

function stateUse(
  out: ExtractBuilder | undefined,
  { key, path, mounts }: StoreUse,
  contexts: readonly string[],
): void {
  const [first, ...others] = mounts
  if (!out || !first) return
  const other = others.find(({ service }) => service !== first.service)
  out.fact(key, 'sharedByMany', other !== undefined, (other ?? first).place)
  if (path === undefined) return
  const source = mounts.find(({ target }) => isSourceCode(path, target, contexts))
  if (source || !path.includes('${'))
    out.fact(key, 'sourceCode', source !== undefined, (source ?? first).place)
}

/** A service's own mounts and those it takes from others with `volumes_from`. */
function allMounts(service: Service, services: readonly Service[]): PlacedMount[] {
  const { context, mounts } = service
  const taken = readTexts(context, entryAt(context, 'volumes_from')?.value).flatMap(({ text, node }) => {
    const [name, mode] = text.split(':')
    const from = services.find((other) => other.context.name === name)
    if (!from)
      context.project.skip(
        node,
        `services.${context.name}.volumes_from`,
        'The container whose mounts it takes is not in these files.',
      )
    return (from?.mounts ?? []).map((mount) => ({
      ...mount,
      node: { ...node },
      readOnly: mode === 'ro' ? true : mount.readOnly,
    }))
  })
  return [...mounts, ...taken]
}
