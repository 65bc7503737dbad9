import type { Cluster } from '@/lib/importers/kubernetes/cluster'
import { placeOf } from '@/lib/importers/kubernetes/containers'
import type { Peer, PolicyDigest, PolicyRule } from '@/lib/importers/kubernetes/digests'
import { at, entryOf, numberOf, textAt } from '@/lib/importers/kubernetes/node-path'
import type { KubernetesObject, Place } from '@/lib/importers/kubernetes/object'
import { mapsOf } from '@/lib/importers/kubernetes/read-objects'
import { readSelector, selectsAll } from '@/lib/importers/kubernetes/selector'
import { itemsOf, toScalarText, type YamlMap } from '@/lib/importers/yaml/yaml-node'

/** Reads a NetworkPolicy: which pods it selects, and whom it lets through in each direction that it speaks of. */
export function readPolicy(cluster: Cluster, object: KubernetesObject): void {
  const spec = at(object.body, 'spec')
  const { place } = object
  const types = itemsOf(at(spec, 'policyTypes')).flatMap((item) => toScalarText(item) ?? [])
  const hasEgress = entryOf(spec, 'egress') !== undefined
  // Without types it is about incoming traffic, and about outgoing traffic when it has rules for it.
  const speaks = (type: string) => (types.length > 0 ? types.includes(type) : type === 'Ingress' || hasEgress)
  keepPolicy(cluster, object, {
    selector: readSelector(at(spec, 'podSelector')),
    ...(speaks('Ingress') && { ingress: readRules(at(spec, 'ingress'), 'from') }),
    ...(speaks('Egress') && { egress: readRules(at(spec, 'egress'), 'to') }),
    selectorPlace: placeOf(spec, 'podSelector', place),
    typesPlace: placeOf(spec, 'policyTypes', place),
  })
}

type Read = Pick<PolicyDigest, 'selector' | 'ingress' | 'egress' | 'selectorPlace'> & { typesPlace: Place }

/** Adds the boundary of a policy with what it limits, and keeps the rest until the pods that it selects are known. */
export function keepPolicy(cluster: Cluster, object: KubernetesObject, { typesPlace, ...read }: Read): void {
  const { out } = cluster
  const key = cluster.add(object, 'network-policy')
  const { place, kind, name, namespace = 'default' } = object
  const { ingress, egress } = read
  out.fact(key, 'declared', true, place)
  out.fact(key, 'restrictsIngress', ingress !== undefined, typesPlace)
  out.fact(key, 'restrictsEgress', egress !== undefined, typesPlace)
  const open = [...(ingress ?? []), ...(egress ?? [])].find(isOpen)
  const world = ingress?.flatMap(({ peers }) => peers).find(isWorld)
  if (open) out.fact(key, 'allowsAll', true, open.place)
  else if (world) out.fact(key, 'allowsAll', true, world.place)
  cluster.policies.push({ ...read, key, kind, namespace, name, place })
}

/** True for a rule that lets everybody through, or the whole internet, on every port. */
export function isOpen({ isForAll, peers, ports }: PolicyRule): boolean {
  return ports.length === 0 && (isForAll || peers.some(isWorld))
}

/** True for a peer that stands for the whole internet. */
export function isWorld({ cidr, hasExceptions }: Pick<Peer, 'cidr' | 'hasExceptions'>): boolean {
  return isEverywhere({ cidr }) && !hasExceptions
}

function isEverywhere({ cidr }: { cidr?: string | undefined }): boolean {
  return cidr === '0.0.0.0/0' || cidr === '::/0'
}

function readRules(node: ReturnType<typeof at>, side: 'from' | 'to'): PolicyRule[] {
  return itemsOf(node).flatMap((rule) => {
    if (rule.kind === 'list') return []
    const place = { file: rule.file, line: rule.line }
    const peers = mapsOf(at(rule, side)).map(readPeer)
    return [
      {
        peers,
        isForAll: peers.length === 0,
        ports: mapsOf(at(rule, 'ports')).flatMap(
          (port) => numberOf(at(port, 'port')) ?? textAt(port, 'port') ?? [],
        ),
        place,
      },
    ]
  })
}

function readPeer(node: YamlMap): Peer {
  const cidr = textAt(node, 'ipBlock', 'cidr')
  return {
    ...(entryOf(node, 'podSelector') && { pods: readSelector(at(node, 'podSelector')) }),
    ...(entryOf(node, 'namespaceSelector') && { namespaces: readSelector(at(node, 'namespaceSelector')) }),
    ...(cidr !== undefined && { cidr }),
    hasExceptions: itemsOf(at(node, 'ipBlock', 'except')).length > 0,
    place: { file: node.file, line: node.line },
  }
}

/** Whether a policy denies a direction to every pod of its namespace unless something else allows it. */
export function deniesByDefault(policy: PolicyDigest, direction: 'ingress' | 'egress'): boolean {
  const rules = policy[direction]
  return (
    selectsAll(policy.selector) &&
    rules !== undefined &&
    // Who names the whole internet but for a few addresses lets nearly everything through.
    !rules.some((rule) => isOpen(rule) || (rule.ports.length === 0 && rule.peers.some(isEverywhere)))
  )
}
