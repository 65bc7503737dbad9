import type { Cluster } from '@/lib/importers/kubernetes/cluster'
import type { WorkloadDigest } from '@/lib/importers/kubernetes/digests'
import type { Claims, Requests } from '@/lib/importers/kubernetes/mesh/claims'
import type { ClientRule, PeerMode, PeerRule } from '@/lib/importers/kubernetes/mesh/mesh'
import { selectsAll } from '@/lib/importers/kubernetes/selector'

/**
 * States on flows what PeerAuthentications demand of callers and DestinationRules have callers do. What the receiver demands
 * counts most, then what the caller does, then what the receiver puts up with.
 */
export function stateMutualTls(cluster: Cluster, requests: readonly Requests[], claims: Claims): void {
  const demanded = new Map<string, Demand | undefined>()
  for (const workload of cluster.workloads) demanded.set(workload.key, demandOf(cluster, workload))
  const demandsOf = ({ to }: Requests) => to.map(({ key }) => demanded.get(key))
  for (const request of requests) {
    const demands = demandsOf(request)
    const [first] = demands
    if (first && demands.every((demand) => demand?.mode === 'STRICT'))
      for (const attribute of ['encrypted', 'mutualAuth', 'authenticated'])
        claims.state(request.flow.key, attribute, true, first)
  }
  stateClients(cluster, requests, claims)
  for (const request of requests) {
    const lax = demandsOf(request).find((demand) => demand !== undefined && demand.mode !== 'STRICT')
    if (lax) claims.state(request.flow.key, 'mutualAuth', false, lax)
  }
  for (const rule of cluster.mesh.peers) {
    if (rule.namespace !== undefined || !rule.mode) continue
    for (const { key, type } of cluster.workloads)
      if (type === 'mesh-control-plane') claims.state(key, 'mtlsStrict', rule.mode === 'STRICT', { ...rule })
  }
}

type Demand = Pick<PeerRule, 'meta' | 'place'> & { mode: PeerMode }

/** What the narrowest policy with a mode says; a port that demands less decides for all. Gateways answer clients outside. */
function demandOf({ mesh }: Cluster, workload: WorkloadDigest): Demand | undefined {
  if (isGateway(workload)) return undefined
  const found = mesh.peers.filter((rule) => mesh.covers(rule, workload))
  const width = ({ namespace, selector }: PeerRule) =>
    namespace === undefined ? 2 : selectsAll(selector) ? 1 : 0
  const sorted = found.toSorted((a, b) => width(a) - width(b))
  const exception = sorted.find((rule) => rule.exception)
  const rule = sorted.find(({ mode }) => mode !== undefined)
  if (exception?.exception && (rule === undefined || rule.mode === 'STRICT'))
    return { meta: exception.meta, mode: 'PERMISSIVE', place: exception.exception }
  return rule?.mode && { meta: rule.meta, mode: rule.mode, place: rule.place }
}

function isGateway({ type, labels }: WorkloadDigest): boolean {
  return (
    type === 'ingress-controller' ||
    /gateway/.test(labels.get('istio') ?? '') ||
    labels.has('gateway.networking.k8s.io/gateway-name')
  )
}

function stateClients(cluster: Cluster, requests: readonly Requests[], claims: Claims): void {
  const callers = new Map(cluster.workloads.map((workload) => [workload.key, workload]))
  // The narrowest host counts.
  const rules = cluster.mesh.clients.toSorted((a, b) => b.host.length - a.host.length)
  for (const { flow } of requests) {
    const caller = callers.get(flow.from)
    const isByGateway = /^(VirtualService|Gateway|HTTPRoute|GRPCRoute)\//.test(flow.from)
    if (caller ? cluster.mesh.isMeshed(caller) === false : !isByGateway) continue
    const host = hostOf(cluster, flow.to)
    const rule = host === undefined ? undefined : rules.find((one) => isFor(cluster, one, host))
    if (!rule) continue
    if (rule.mode !== 'DISABLE') claims.state(flow.key, 'encrypted', true, rule)
    if (rule.mode === 'MUTUAL') {
      claims.state(flow.key, 'mutualAuth', true, rule)
      claims.state(flow.key, 'authenticated', true, rule)
    }
    if (rule.mode === 'DISABLE') claims.state(flow.key, 'mutualAuth', false, rule)
  }
}

function hostOf({ services }: Cluster, key: string): string | undefined {
  const service = services.get(key)
  if (service)
    return `${service.meta.name}.${service.meta.namespace ?? 'default'}.svc.cluster.local`.toLowerCase()
  return key.startsWith('External/') ? key.slice('External/'.length).toLowerCase() : undefined
}

function isFor(cluster: Cluster, { host, namespace }: ClientRule, name: string): boolean {
  if (host === '*') return true
  if (host.startsWith('*')) return name.endsWith(host.slice(1))
  const [service = '', second, third] = host.split('.')
  const isShort = second === undefined
  const isOfNamespace = third === undefined ? cluster.namespaceNames().has(second ?? '') : third === 'svc'
  const whole = isShort
    ? `${service}.${namespace}.svc.cluster.local`
    : isOfNamespace
      ? `${service}.${second}.svc.cluster.local`
      : host
  return whole.toLowerCase() === name
}
