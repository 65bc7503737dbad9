import type { Place } from '@/lib/importers/compose/builder'
import { keyName } from '@/lib/importers/compose/keys'
import {
  bindsAll,
  encryptedByCustom,
  firstPort,
  isLoopback,
  type Port,
  parsePort,
} from '@/lib/importers/compose/parse-port'
import { entryAt, type ServiceContext } from '@/lib/importers/compose/service-context'
import { itemsOf, valueAt, type YamlNode } from '@/lib/importers/yaml/yaml-node'

export type PlacedPort = Port & { place: Place }

/** Reads the ports that a service publishes, short and long form. */
export function readPorts(context: ServiceContext): PlacedPort[] {
  return itemsOf(entryAt(context, 'ports')?.value).flatMap((node) => {
    const port = node.kind === 'map' ? longPort(context, node) : shortPort(context, node)
    if (port) return [{ ...port, place: { file: node.file, line: node.line } }]
    context.project.skip(
      node,
      `services.${context.name}.ports`,
      'This is no port that can be read: write HOST:CONTAINER.',
    )
    return []
  })
}

function shortPort(context: ServiceContext, node: YamlNode): Port | undefined {
  const read = context.project.read(node)
  return read && parsePort(read.text)
}

function longPort(context: ServiceContext, node: YamlNode): Port | undefined {
  const at = (key: string) => context.project.read(valueAt(node, key))?.text ?? ''
  const ip = at('host_ip')
  const short = `${at('published') ? `${at('published')}:` : ''}${at('target')}${at('protocol') ? `/${at('protocol')}` : ''}`
  const port = parsePort(short)
  return port && ip ? { ...port, ip: /^[\w.:%${}[\]]+$/.test(ip) ? ip : 'unreadable' } : port
}

/** The container ports that a service says it answers on, published or only exposed. */
export function containerPorts(context: ServiceContext, ports: readonly Port[]): number[] {
  const exposed = itemsOf(entryAt(context, 'expose')?.value).map(
    (node) => context.project.read(node)?.text.split('/')[0] ?? '',
  )
  return [...ports.map(({ target }) => target), ...exposed]
    .map(firstPort)
    .filter((port) => port !== undefined)
}

/** Adds each published port, who can reach it, and the way on to the container. */
export function addPorts(
  context: ServiceContext,
  ports: readonly PlacedPort[],
  flowType: (port: Port) => string,
): void {
  const { project, out, hostKey, key } = context
  for (const port of ports) {
    const { place, ip, host, target, protocol } = port
    const published = ip ? `${ip}:${host}` : host
    const portKey = project.key(
      'port',
      keyName(context.name),
      `${keyName(published)}:${keyName(target)}`,
      protocol,
    )
    const name = `${host === 'any' ? 'any port' : published} → ${target}/${protocol}`
    out.component({
      key: portKey,
      type: 'published-port',
      name,
      parentKey: hostKey,
      zoneKeys: [hostKey],
      place,
    })
    const number = firstPort(target)
    out.fact(portKey, 'hostPort', firstPort(host), place)
    out.fact(portKey, 'containerPort', number, place)
    out.fact(portKey, 'protocol', protocol === 'unknown' ? null : protocol, place)
    out.fact(portKey, 'bindAllInterfaces', bindsAll(ip), place)
    out.fact(portKey, 'encrypted', number === undefined ? undefined : encryptedByCustom(number), place)
    const type = flowType(port)
    out.flow({ key: project.flowKey('port', portKey, key), type, from: portKey, to: key, place })
    if (isLoopback(ip)) continue
    const clients = out.component({
      key: project.key('clients'),
      type: 'network-client',
      name: 'Network clients',
      place,
    })
    out.flow({ key: project.flowKey('port', clients, portKey), type, from: clients, to: portKey, place })
  }
}
