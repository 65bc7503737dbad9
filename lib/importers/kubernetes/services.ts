import type { Cluster } from '@/lib/importers/kubernetes/cluster'
import { placeOf } from '@/lib/importers/kubernetes/containers'
import type { ServiceDigest } from '@/lib/importers/kubernetes/digests'
import { at, entryOf, numberOf, textAt } from '@/lib/importers/kubernetes/node-path'
import { type KubernetesObject, otherKey, type Place } from '@/lib/importers/kubernetes/object'
import { mapsOf } from '@/lib/importers/kubernetes/read-objects'
import { plainSelector } from '@/lib/importers/kubernetes/selector'
import { entriesOf, itemsOf, toScalarText, type YamlNode } from '@/lib/importers/yaml/yaml-node'

const TYPES = new Set(['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'])

/** Reads a Service: its type and ports, and who outside the cluster it is open to. */
export function readService(cluster: Cluster, object: KubernetesObject): void {
  const { out } = cluster
  const spec = at(object.body, 'spec')
  const key = cluster.add(object, 'service')
  const { place } = object
  out.fact(key, 'declared', true, place)
  const type = textAt(spec, 'type') ?? 'ClusterIP'
  if (TYPES.has(type) && entryOf(spec, 'type'))
    out.fact(key, 'serviceType', type, placeOf(spec, 'type', place))
  const addresses = itemsOf(at(spec, 'externalIPs')).flatMap((item) => toScalarText(item) ?? [])
  if (addresses.length > 0) out.fact(key, 'externalIPs', addresses, placeOf(spec, 'externalIPs', place))
  const ports = readPorts(at(spec, 'ports'))
  const ssh = ports.find(({ port, target }) => port === 22 || target === 22)
  if (ssh) out.fact(key, 'sshPort', true, placeOf(spec, 'ports', place))
  stateEncryption(cluster, key, ports, placeOf(spec, 'ports', place))
  const externalName = textAt(spec, 'externalName')
  const selector = at(spec, 'selector')
  cluster.services.set(key, {
    meta: object,
    ...(entriesOf(selector).length > 0 && { selector: plainSelector(selector) }),
    type,
    ports,
    ...(type === 'ExternalName' && externalName !== undefined && { externalName }),
    place,
    selectorPlace: placeOf(spec, 'selector', place),
  })
  // The object itself is not kept: only what identifies it.
  const digest = cluster.services.get(key) as ServiceDigest
  const { body: _, ...meta } = object
  digest.meta = meta
  if (type === 'LoadBalancer') addLoadBalancer(cluster, object, key)
  else if (type === 'NodePort') addClients(cluster, key, placeOf(spec, 'type', place), ports)
  else if (addresses.length > 0) addClients(cluster, key, placeOf(spec, 'externalIPs', place), ports)
}

function readPorts(node: YamlNode | undefined): ServiceDigest['ports'] {
  return mapsOf(node).flatMap((port) => {
    const number = numberOf(at(port, 'port'))
    if (number === undefined) return []
    const name = textAt(port, 'name')
    const appProtocol = textAt(port, 'appProtocol')
    const target = numberOf(at(port, 'targetPort')) ?? textAt(port, 'targetPort')
    return [
      {
        port: number,
        isUdp: textAt(port, 'protocol') === 'UDP',
        ...(name !== undefined && { name }),
        ...(target !== undefined && { target }),
        ...(appProtocol !== undefined && { appProtocol }),
      },
    ]
  })
}

const encryptedNames = /^(https|tls|grpcs|wss|mtls|http2s)(-|$)|^kubernetes\.io\/wss$/

/** What custom says of a port: 443 and names such as https are encrypted, 80 and http are not. */
export function encryptedByPort({
  name = '',
  port,
  appProtocol = '',
}: ServiceDigest['ports'][number]): boolean | undefined {
  if (encryptedNames.test(appProtocol.toLowerCase()) || encryptedNames.test(name.toLowerCase())) return true
  if (/^(http|ws|grpc|h2c)$/.test(appProtocol.toLowerCase())) return false
  if (port === 443 || port === 8443 || port === 6443) return true
  return port === 80 || port === 8080 || /^http(-|$)|^web(-|$)/.test(name) ? false : undefined
}

function stateEncryption({ out }: Cluster, key: string, ports: ServiceDigest['ports'], place: Place): void {
  const known = ports.map(encryptedByPort)
  if (known.includes(false)) out.fact(key, 'encrypted', false, place)
  else if (known.length > 0 && known.every((value) => value === true)) out.fact(key, 'encrypted', true, place)
}

const internalNotes: readonly [key: RegExp, value: RegExp][] = [
  [/aws-load-balancer-scheme$/, /^internal$/i],
  [/aws-load-balancer-internal$/, /^(true|0\.0\.0\.0\/0)$/i],
  [/azure-load-balancer-internal$/, /^true$/i],
  [/^(networking\.gke\.io|cloud\.google\.com)\/load-balancer-type$/, /^internal$/i],
  [/openstack-internal-load-balancer$/, /^true$/i],
  [/oci-load-balancer-internal$/, /^true$/i],
  [/do-loadbalancer-network$|hcloud.*use-private-ip$/, /^(internal|true)$/i],
]

function addLoadBalancer(cluster: Cluster, object: KubernetesObject, service: string): void {
  const { out } = cluster
  const spec = at(object.body, 'spec')
  const place = placeOf(spec, 'type', object.place)
  const key = otherKey('LoadBalancer', object.namespace ?? 'default', object.name)
  // It stands outside the cluster: what goes through it crosses the cluster's boundary.
  out.component({ key, type: 'load-balancer', name: `Load balancer of ${object.name}`, place })
  const ranges = itemsOf(at(spec, 'loadBalancerSourceRanges')).flatMap((item) => toScalarText(item) ?? [])
  const isLimited = ranges.length > 0 && !ranges.some((range) => /^(0\.0\.0\.0\/0|::\/0)$/.test(range))
  const rangesPlace = placeOf(spec, 'loadBalancerSourceRanges', place)
  out.fact(service, 'sourceRanges', ranges.length > 0 ? isLimited : undefined, rangesPlace)
  out.fact(key, 'sourceRanges', isLimited, rangesPlace)
  for (const { key: name, value, file, line } of entriesOf(at(object.body, 'metadata', 'annotations'))) {
    const text = toScalarText(value) ?? ''
    if (internalNotes.some(([note, wanted]) => note.test(name) && wanted.test(text)))
      out.fact(service, 'internalOnly', true, { file, line })
  }
  const ports = cluster.services.get(service)?.ports ?? []
  const type = trafficByPorts(ports)
  const flow = out.flow({ key: cluster.flowKey('call', key, service), type, from: key, to: service, place })
  out.fact(flow, 'encrypted', encryptionOf(ports), place)
  addClients(cluster, key, place, ports)
}

/** The type of traffic to ports that nothing else is known of. */
export function trafficByPorts(ports: ServiceDigest['ports']): string {
  const isWeb = ports.some(
    ({ port, name = '', appProtocol = '' }) =>
      /^(https?|http2|grpcs?|web|wss?)(-|$)/.test(name) ||
      /^(https?|http2|grpcs?|h2c|kubernetes\.io\/(h2c|wss?))$/i.test(appProtocol) ||
      [80, 443, 3000, 5000, 8000, 8080, 8443, 8888, 9090].includes(port),
  )
  return isWeb ? 'flow-http' : 'flow-generic'
}

function encryptionOf(ports: ServiceDigest['ports']): boolean | undefined {
  const known = ports.map(encryptedByPort)
  if (known.includes(false)) return false
  return known.length > 0 && known.every((value) => value === true) ? true : undefined
}

/** Adds the clients of the network, and their way to what is open to them. */
export function addClients(cluster: Cluster, to: string, place: Place, ports: ServiceDigest['ports']): void {
  const { out } = cluster
  const clients = out.component({
    key: otherKey('NetworkClient', 'clients'),
    type: 'network-client',
    name: 'Network clients',
    place,
  })
  const type = ports.length > 0 ? trafficByPorts(ports) : 'flow-http'
  const flow = out.flow({ key: cluster.flowKey('call', clients, to), type, from: clients, to, place })
  out.fact(flow, 'encrypted', encryptionOf(ports), place)
}
