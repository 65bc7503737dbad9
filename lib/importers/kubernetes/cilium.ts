import type { Cluster } from '@/lib/importers/kubernetes/cluster'
import { placeOf } from '@/lib/importers/kubernetes/containers'
import type { Peer, PolicyRule } from '@/lib/importers/kubernetes/digests'
import { at, booleanOf, numberOf, textAt } from '@/lib/importers/kubernetes/node-path'
import type { KubernetesObject } from '@/lib/importers/kubernetes/object'
import { keepPolicy } from '@/lib/importers/kubernetes/policies'
import { mapsOf } from '@/lib/importers/kubernetes/read-objects'
import { readSelector, type Selector } from '@/lib/importers/kubernetes/selector'
import { itemsOf, toScalarText, type YamlMap, type YamlNode } from '@/lib/importers/yaml/yaml-node'

const EVERYTHING: Selector = { labels: new Map(), expressions: [] }
/** Addresses that a file does not tell: pods may be among them. */
const SOMEWHERE = 'unknown'

/** Reads a CiliumNetworkPolicy as far as it says what a NetworkPolicy can: pods, addresses and ports. */
export function readCiliumPolicy(cluster: Cluster, object: KubernetesObject): void {
  const { body } = object
  const specs = [at(body, 'spec'), ...itemsOf(at(body, 'specs'))].filter((spec) => spec !== undefined)
  const ofPods = specs.filter((spec) => at(spec, 'endpointSelector'))
  if (ofPods.length === 0) {
    cluster.skip(object, 'It selects no pods but nodes, or nothing, which is not read.')
    return
  }
  for (const spec of ofPods) {
    const ingress = readDirection(spec, 'ingress')
    const egress = readDirection(spec, 'egress')
    const { pods } = splitSelector(readSelector(at(spec, 'endpointSelector')))
    keepPolicy(cluster, object, {
      selector: pods,
      ...(ingress && { ingress }),
      ...(egress && { egress }),
      selectorPlace: placeOf(spec, 'endpointSelector', object.place),
      typesPlace: placeOf(spec, 'ingress', placeOf(spec, 'egress', object.place)),
    })
  }
}

/** Says why a policy of the whole cluster is left out. */
export function skipClusterwide(cluster: Cluster, object: KubernetesObject): void {
  cluster.skip(object, 'Policies of the whole cluster are not read; those of a namespace are.')
}

// A direction is limited once the policy has a rule for it, be it an empty one, which lets nobody through.
function readDirection(spec: YamlNode, direction: 'ingress' | 'egress'): PolicyRule[] | undefined {
  const rules = mapsOf(at(spec, direction))
  const denied = itemsOf(at(spec, `${direction}Deny`))
  if (rules.length + denied.length === 0) return undefined
  if (booleanOf(at(spec, 'enableDefaultDeny', direction)) === false) return undefined
  return rules.map((rule) => readRule(rule, direction === 'ingress' ? 'from' : 'to'))
}

const SIDES = ['Endpoints', 'Entities', 'CIDR', 'CIDRSet', 'FQDNs', 'Services', 'Groups', 'Nodes', 'Requires']

function readRule(rule: YamlMap, side: 'from' | 'to'): PolicyRule {
  const place = { file: rule.file, line: rule.line }
  const entities = textsOf(at(rule, `${side}Entities`))
  const ports = mapsOf(at(rule, 'toPorts')).flatMap((group) => mapsOf(at(group, 'ports')))
  const isOnlyPorts = ports.length > 0 && !SIDES.some((name) => at(rule, `${side}${name}`))
  const peers: Peer[] = [
    ...mapsOf(at(rule, `${side}Endpoints`)).map((node) => ({
      ...splitSelector(readSelector(node)),
      hasExceptions: false,
      place: { file: node.file, line: node.line },
    })),
    ...entities.flatMap((entity): Peer[] => entityPeer(entity, place)),
    ...textsOf(at(rule, `${side}CIDR`)).map((cidr) => ({ cidr, hasExceptions: false, place })),
    ...mapsOf(at(rule, `${side}CIDRSet`)).map((set) => ({
      cidr: textAt(set, 'cidr') ?? SOMEWHERE,
      hasExceptions: itemsOf(at(set, 'except')).length > 0,
      place,
    })),
    ...itemsOf(at(rule, `${side}Services`)).map(() => ({ cidr: SOMEWHERE, hasExceptions: false, place })),
  ]
  return {
    peers,
    isForAll: isOnlyPorts || entities.includes('all'),
    ports: ports.flatMap((port) => numberOf(at(port, 'port')) ?? textAt(port, 'port') ?? []),
    place,
  }
}

// Names of what is no pod, such as the node itself, let no pod through.
function entityPeer(entity: string, place: Peer['place']): Peer[] {
  if (entity === 'world') return [{ cidr: '0.0.0.0/0', hasExceptions: false, place }]
  return entity === 'cluster' ? [{ namespaces: EVERYTHING, hasExceptions: false, place }] : []
}

const OF_NAMESPACE = /^io\.cilium\.k8s\.namespace\.labels\.(.+)$/

/** Takes apart what Cilium writes as one: labels of pods, and those of their namespace, each after the source they come from. */
function splitSelector({ labels, expressions }: Selector): { pods: Selector; namespaces?: Selector } {
  const plain = (key: string) => key.replace(/^(?:k8s|any|container)[:.]/, '')
  const namespaceKey = (key: string) =>
    key === 'io.kubernetes.pod.namespace' ? 'kubernetes.io/metadata.name' : OF_NAMESPACE.exec(key)?.[1]
  const pods: Selector = { labels: new Map(), expressions: [] }
  const namespaces: Selector = { labels: new Map(), expressions: [] }
  const [ofPods, ofNamespaces] = [new Map(pods.labels), new Map(namespaces.labels)]
  for (const [key, value] of labels) {
    const ofNamespace = namespaceKey(plain(key))
    if (ofNamespace === undefined) ofPods.set(plain(key), value)
    else ofNamespaces.set(ofNamespace, value)
  }
  for (const expression of expressions) {
    const ofNamespace = namespaceKey(plain(expression.key))
    if (ofNamespace === undefined) pods.expressions.push({ ...expression, key: plain(expression.key) })
    else namespaces.expressions.push({ ...expression, key: ofNamespace })
  }
  const isElsewhere = ofNamespaces.size + namespaces.expressions.length > 0
  return {
    pods: { ...pods, labels: ofPods },
    ...(isElsewhere && { namespaces: { ...namespaces, labels: ofNamespaces } }),
  }
}

function textsOf(node: YamlNode | undefined): string[] {
  return itemsOf(node).flatMap((item) => toScalarText(item) ?? [])
}
