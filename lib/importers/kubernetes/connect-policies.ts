import type { Cluster } from '@/lib/importers/kubernetes/cluster'
import type { Peer, PolicyDigest, PolicyRule, WorkloadDigest } from '@/lib/importers/kubernetes/digests'
import { type Labels, objectKey, type Place } from '@/lib/importers/kubernetes/object'
import { deniesByDefault, isOpen } from '@/lib/importers/kubernetes/policies'
import { selects, selectsAll } from '@/lib/importers/kubernetes/selector'
import { traffic } from '@/lib/importers/kubernetes/traffic'

/** Which policies speak for a workload, in each direction. */
type Guard = { ingress: PolicyDigest[]; egress: PolicyDigest[] }

/** A policy that keeps two workloads apart. */
export type Barrier = { kind: string; name: string }

/** Whether one workload may talk to another; if not, the policy that keeps them apart. */
export type Reach = (from: WorkloadDigest, to: WorkloadDigest) => Barrier | undefined

const MAX_NAMED = 30

/** Puts workloads into the policies that select them, states what that restricts, and tells who may talk to whom. */
export function connectPolicies(cluster: Cluster): Reach {
  const guards = new Map<string, Guard>()
  const { out } = cluster
  for (const policy of cluster.policies) {
    const namespace = objectKey('Namespace', undefined, policy.namespace)
    out.fact(namespace, 'networkPolicy', true, policy.place)
    if (deniesByDefault(policy, 'ingress')) out.fact(namespace, 'defaultDenyIngress', true, policy.place)
    if (deniesByDefault(policy, 'egress')) out.fact(namespace, 'defaultDenyEgress', true, policy.place)
    const selected = selectedBy(cluster, policy)
    if (selected.length === 0 && cluster.workloadsIn(policy.namespace).length > 0)
      out.fact(policy.key, 'dangling', true, policy.selectorPlace)
    for (const { key } of selected) {
      out.addZone(key, policy.key)
      const guard = guards.get(key) ?? { ingress: [], egress: [] }
      if (policy.ingress) guard.ingress.push(policy)
      if (policy.egress) guard.egress.push(policy)
      guards.set(key, guard)
    }
  }
  for (const [key, guard] of guards) {
    stateGuard(cluster, key, 'ingressRestricted', guard.ingress, 'ingress')
    stateGuard(cluster, key, 'egressRestricted', guard.egress, 'egress')
  }
  return (from, to) => keptApart(cluster, guards, from, to)
}

/** The workloads that a policy selects. Pods on the node's own network are beyond any policy. */
function selectedBy(cluster: Cluster, { namespace, selector }: PolicyDigest): WorkloadDigest[] {
  return cluster
    .candidates(namespace, selector)
    .filter(({ labels, hostNetwork }) => !hostNetwork && selects(selector, labels))
}

function stateGuard(
  { out }: Cluster,
  key: string,
  attribute: string,
  policies: readonly PolicyDigest[],
  direction: 'ingress' | 'egress',
): void {
  const [first] = policies
  if (!first) return
  const open = policies.flatMap((policy) => policy[direction] ?? []).find(isOpen)
  out.fact(key, attribute, open === undefined, open?.place ?? first.selectorPlace)
}

function keptApart(
  cluster: Cluster,
  guards: ReadonlyMap<string, Guard>,
  from: WorkloadDigest,
  to: WorkloadDigest,
): PolicyDigest | undefined {
  const [sender, receiver] = [guards.get(from.key), guards.get(to.key)]
  if (sender && sender.egress.length > 0 && !from.hostNetwork) {
    const allows = sender.egress.some((policy) =>
      (policy.egress ?? []).some((rule) => letsThrough(cluster, policy, rule, to, to)),
    )
    if (!allows) return sender.egress[0]
  }
  if (receiver && receiver.ingress.length > 0 && !to.hostNetwork && !from.hostNetwork) {
    const allows = receiver.ingress.some((policy) =>
      (policy.ingress ?? []).some((rule) => letsThrough(cluster, policy, rule, from, to)),
    )
    if (!allows) return receiver.ingress[0]
  }
  return undefined
}

// A rule lets a peer through when one of its sides fits, and one of its ports is among the receiver's.
function letsThrough(
  cluster: Cluster,
  policy: PolicyDigest,
  rule: PolicyRule,
  peer: WorkloadDigest,
  receiver: WorkloadDigest,
): boolean {
  const fitsPort =
    rule.ports.length === 0 ||
    receiver.ports.length === 0 ||
    rule.ports.some((port) => receiver.ports.some(({ number, name }) => number === port || name === port))
  // Addresses may be those of pods: a peer by address is taken to let it through.
  return (
    fitsPort &&
    (rule.isForAll || rule.peers.some((side) => side.cidr !== undefined || fits(cluster, policy, side, peer)))
  )
}

function fits(cluster: Cluster, policy: PolicyDigest, side: Peer, peer: WorkloadDigest): boolean {
  const isThere = side.namespaces
    ? selects(side.namespaces, labelsOf(cluster, peer.namespace))
    : peer.namespace === policy.namespace
  return isThere && (side.pods === undefined || selects(side.pods, peer.labels))
}

/** The labels of a namespace, with the one that Kubernetes gives to each. */
function labelsOf({ namespaceLabels }: Cluster, namespace: string): Labels {
  return new Map([...(namespaceLabels.get(namespace) ?? []), ['kubernetes.io/metadata.name', namespace]])
}

/** Flows that policies name one by one: who is let in by name is meant to call. Pairs that are connected already are left. */
export function connectNamed(cluster: Cluster, isConnected: (from: string, to: string) => boolean): void {
  const { out } = cluster
  for (const policy of cluster.policies) {
    const selected = selectedBy(cluster, policy)
    if (selected.length === 0 || selected.length > MAX_NAMED) continue
    for (const rule of policy.ingress ?? []) {
      for (const side of rule.peers) {
        if (!side.pods || selectsAll(side.pods)) continue
        const peers = peersOf(cluster, policy, side)
        if (peers.length > MAX_NAMED) continue
        for (const peer of peers) for (const to of selected) add(peer, to, side.place, rule)
      }
    }
  }

  function add(from: WorkloadDigest, to: WorkloadDigest, place: Place, rule: PolicyRule): void {
    if (from.key === to.key || isConnected(from.key, to.key)) return
    const ports = rule.ports.flatMap((port) =>
      typeof port === 'number' ? [{ port, isUdp: false }] : [{ port: 0, name: port, isUdp: false }],
    )
    out.flow({
      key: cluster.flowKey('call', from.key, to.key),
      type: traffic(to, ports),
      from: from.key,
      to: to.key,
      place,
    })
  }
}

function peersOf(cluster: Cluster, policy: PolicyDigest, side: Peer): WorkloadDigest[] {
  const { pods, namespaces } = side
  if (!pods) return []
  const names = namespaces
    ? [...cluster.namespaceNames()].filter((name) => selects(namespaces, labelsOf(cluster, name)))
    : [policy.namespace]
  return names.flatMap((name) => cluster.candidates(name, pods).filter(({ labels }) => selects(pods, labels)))
}
