import type { Place } from '@/lib/importers/compose/builder'
import { keyName } from '@/lib/importers/compose/keys'
import { bodyOf, type Project } from '@/lib/importers/compose/project'
import { hostReferences } from '@/lib/importers/compose/references'
import { entryAt, peekCommand, readTexts, type ServiceContext } from '@/lib/importers/compose/service-context'
import type { Variable } from '@/lib/importers/compose/service-environment'
import type { ServiceKind } from '@/lib/importers/compose/service-kind'
import { entriesOf, itemsOf, toScalarText, valueAt } from '@/lib/importers/yaml/yaml-node'

/** What is known of the services of a project when one refers to another. */
export type Neighbours = {
  byHost: ReadonlyMap<string, string>
  kinds: ReadonlyMap<string, ServiceKind>
  collectors: ReadonlySet<string>
}

/** Every name under which a service can be reached, and which service that is. */
export function indexHosts(project: Project): Map<string, string> {
  const byHost = new Map<string, string>()
  const add = (host: string | undefined, service: string) => {
    if (host && !byHost.has(host.toLowerCase())) byHost.set(host.toLowerCase(), service)
  }
  const services = [...project.sections.services]
  for (const [name] of services) add(name, name)
  for (const [name, object] of services) {
    const body = bodyOf(object)
    for (const key of ['container_name', 'hostname']) add(project.peek(valueAt(body, key))?.text, name)
    for (const { value } of entriesOf(valueAt(body, 'networks'))) {
      for (const alias of itemsOf(valueAt(value, 'aliases'))) add(toScalarText(alias), name)
    }
  }
  return byHost
}

/** A way from this service to another: the strongest evidence counts. A link outranks an order of starting. */
type Way = {
  service: string
  place: Place
  rank: number
  isWeb: boolean
  encrypted?: boolean
  authenticated?: true
}

/** Adds a flow to each service that this one refers to, by its variables, its command, its links or its dependencies. */
export function addLinks(
  context: ServiceContext,
  variables: readonly Variable[],
  neighbours: Neighbours,
): void {
  const ways = new Map<string, Way>()
  const local = new Map<string, string>()
  const add = (way: Way) => {
    if (way.service === context.name) return
    const known = ways.get(way.service)
    if (!known) ways.set(way.service, way)
    else ways.set(way.service, stronger(known, way))
  }
  for (const { text, node } of readTexts(context, entryAt(context, 'links')?.value)) {
    const [service = '', alias] = text.split(':')
    if (!context.project.sections.services.has(service)) continue
    if (alias) local.set(alias.toLowerCase(), service)
    add({ service, place: node, rank: 1, isWeb: false })
  }
  const resolve = (host: string) => local.get(host.toLowerCase()) ?? neighbours.byHost.get(host.toLowerCase())
  const refer = (name: string, value: string, place: Place, rank: number) => {
    for (const { host, isWeb, encrypted, authenticated } of hostReferences(name, value)) {
      const service = resolve(host)
      if (service !== undefined)
        add({
          service,
          place,
          rank,
          isWeb,
          ...(encrypted !== undefined && { encrypted }),
          ...(authenticated && { authenticated }),
        })
    }
  }
  for (const { name, value, place } of variables) {
    if (value === undefined) continue
    refer(name, value, place, 3)
    if (name === 'DOCKER_HOST') readDockerHost(context, value, place)
  }
  const command = entryAt(context, 'command') ?? entryAt(context, 'entrypoint')
  if (command) refer('', peekCommand(context), command, 2)
  for (const { key: service, file, line } of entriesOf(entryAt(context, 'depends_on')?.value)) {
    if (context.project.sections.services.has(service))
      add({ service, place: { file, line }, rank: 0, isWeb: false })
    else
      context.project.skip(
        { file, line },
        `services.${context.name}.depends_on.${service}`,
        'There is no such service in these files.',
      )
  }
  for (const way of ways.values()) addWay(context, way, neighbours)
}

function stronger(a: Way, b: Way): Way {
  const [strong, weak] = b.rank > a.rank ? [b, a] : [a, b]
  const isPlain = a.encrypted === false || b.encrypted === false
  const encrypted = isPlain ? false : (strong.encrypted ?? weak.encrypted)
  return {
    ...strong,
    isWeb: a.isWeb || b.isWeb,
    ...(encrypted !== undefined && { encrypted }),
    ...((a.authenticated || b.authenticated) && { authenticated: true }),
  }
}

function addWay({ project, out, key, name }: ServiceContext, way: Way, neighbours: Neighbours): void {
  const to = project.key('service', keyName(way.service))
  // A reverse proxy speaks HTTP to whatever it names, unless that is known to speak something else.
  const isWeb = way.isWeb || neighbours.kinds.get(name) === 'proxy'
  const type = way.rank === 0 ? 'flow-generic' : trafficTo(way.service, isWeb, neighbours)
  const flow = out.flow({ key: project.flowKey('call', key, to), type, from: key, to, place: way.place })
  out.fact(flow, 'encrypted', way.encrypted, way.place)
  out.fact(flow, 'authenticated', way.authenticated, way.place)
}

/** The type of traffic to a service, by what it is. */
export function trafficTo(service: string, isWeb: boolean, { kinds, collectors }: Neighbours): string {
  const kind = kinds.get(service)
  if (collectors.has(service)) return 'flow-log'
  if (kind === 'database' || kind === 'cache' || kind === 'queue' || kind === 'search') return 'flow-db'
  const speaksHttp = kind === 'web' || kind === 'proxy' || kind === 'admin-console' || kind === 'monitoring'
  return isWeb || speaksHttp ? 'flow-http' : 'flow-generic'
}

// An engine that is reached over TCP: of another service it is a call like any other, else the host's own is meant.
function readDockerHost(context: ServiceContext, value: string, place: Place): void {
  const { project, out, key } = context
  const [, host = '', port] = /^(?:tcp|https?):\/\/([^:/]+)(?::(\d+))?/.exec(value) ?? []
  if (!/^(host\.docker\.internal|172\.17\.0\.1|gateway\.docker\.internal)$/.test(host)) return
  const engine = project.key('engine')
  const flow = out.flow({
    key: project.flowKey('docker-api', key, engine),
    type: 'flow-docker-api',
    from: key,
    to: engine,
    place,
  })
  out.fact(flow, 'overTcp', true, place)
  out.fact(flow, 'encrypted', port === '2376' ? true : port === '2375' ? false : undefined, place)
}
