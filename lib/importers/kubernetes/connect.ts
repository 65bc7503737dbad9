import type { Cluster } from '@/lib/importers/kubernetes/cluster'
import { connectCalls } from '@/lib/importers/kubernetes/connect-calls'
import { connectPolicies } from '@/lib/importers/kubernetes/connect-policies'
import { addPart, partKey } from '@/lib/importers/kubernetes/control-plane'
import {
  type Backends,
  type OperatedObject,
  type ServiceDigest,
  UNKNOWN_ACCOUNT,
  type WorkloadDigest,
} from '@/lib/importers/kubernetes/digests'
import { accessOf, connectMesh } from '@/lib/importers/kubernetes/mesh/connect-mesh'
import { isSystemPriority } from '@/lib/importers/kubernetes/namespaces'
import { objectKey, type Place } from '@/lib/importers/kubernetes/object'
import { connectMadeSecrets, selectedObject } from '@/lib/importers/kubernetes/operated'
import { accountKey, connectRights } from '@/lib/importers/kubernetes/rbac'
import { selects, selectsAll } from '@/lib/importers/kubernetes/selector'
import { encryptedByPort, trafficByPorts } from '@/lib/importers/kubernetes/services'
import { traffic } from '@/lib/importers/kubernetes/traffic'
import { hasAttribute } from '@/lib/importers/kubernetes/workload-kind'

/** Connects everything that was read: what selects what, who calls whom, who holds which rights. */
export function connect(cluster: Cluster): void {
  for (const said of cluster.later) said()
  connectRights(cluster)
  const backends = connectServices(cluster)
  for (const workload of cluster.workloads) connectWorkload(cluster, workload)
  connectRoutes(cluster)
  connectMadeSecrets(cluster)
  connectAccounts(cluster)
  const allowed = connectPolicies(cluster)
  const access = accessOf(cluster)
  connectCalls(cluster, backends, (from, to) => allowed(from, to) ?? access.barrier(from, to), access)
  connectMesh(cluster, backends, access)
  stateScalers(cluster)
  stateBudgets(cluster)
  stateStores(cluster)
}

function connectServices(cluster: Cluster): Backends {
  const backends = new Map<string, WorkloadDigest[]>()
  const { out } = cluster
  for (const [key, service] of cluster.services) {
    const { selector, meta } = service
    if (service.externalName !== undefined) {
      addExternalName(cluster, key, service)
      continue
    }
    if (!selector) continue
    const found = cluster
      .candidates(meta.namespace ?? 'default', selector)
      .filter(({ labels }) => selects(selector, labels))
    backends.set(key, found)
    const operated =
      found.length === 0 && selectedObject(cluster, meta.namespace ?? 'default', selector.labels)
    if (operated) {
      connectOperated(cluster, key, service, operated)
      continue
    }
    // In a namespace without any workload, they are simply not among these files.
    const isWhole = found.length > 0 || cluster.workloadsIn(meta.namespace ?? 'default').length > 0
    out.fact(key, 'dangling', isWhole ? found.length === 0 : undefined, service.selectorPlace)
    for (const workload of found) {
      const flow = out.flow({
        key: cluster.flowKey('call', key, workload.key),
        type: traffic(workload, service.ports),
        from: key,
        to: workload.key,
        place: service.selectorPlace,
      })
      out.fact(flow, 'encrypted', encryptionOf(service), service.place)
    }
  }
  return backends
}

// The pods stand in no file: an operator makes them of this object.
function connectOperated(
  cluster: Cluster,
  key: string,
  service: ServiceDigest,
  { key: to, traffic: type }: OperatedObject,
): void {
  const { out } = cluster
  out.fact(key, 'dangling', false, service.selectorPlace)
  const flow = out.flow({
    key: cluster.flowKey('call', key, to),
    type,
    from: key,
    to,
    place: service.selectorPlace,
  })
  out.fact(flow, 'encrypted', encryptionOf(service), service.place)
}

function encryptionOf({ ports }: ServiceDigest): boolean | undefined {
  // Where pods listen on a plain port, something before them ends the encryption.
  const isPlain = (target: number | string | undefined) =>
    target === 80 || target === 8080 || /^http(-|$)/.test(String(target ?? ''))
  const known = ports.map((port) => (isPlain(port.target) ? false : encryptedByPort(port)))
  if (known.includes(false)) return undefined
  return known.length > 0 && known.every((value) => value === true) ? true : undefined
}

function addExternalName(cluster: Cluster, key: string, service: ServiceDigest): void {
  const host = service.externalName ?? ''
  const { out } = cluster
  if (!/^[\w.-]{1,253}$/.test(host)) return
  const target = out.component({
    key: `External/${host}`,
    type: 'external-service',
    name: host,
    place: service.place,
  })
  out.flow({
    key: cluster.flowKey('call', key, target),
    type: trafficByPorts(service.ports),
    from: key,
    to: target,
    place: service.place,
  })
}

// Secrets, ConfigMaps and the account of a workload; limits and priority that other objects decide.
function connectWorkload(cluster: Cluster, workload: WorkloadDigest): void {
  const { out } = cluster
  const { key, namespace } = workload
  const files = new Map<string, boolean>()
  for (const { kind, name, asFile, place } of workload.handed) {
    const store = cluster.mention(kind, namespace, name, kind === 'Secret' ? 'secret' : 'configmap', place)
    const type = kind === 'Secret' ? 'flow-secret' : 'flow-config'
    const flow = out.flow({
      key: cluster.flowKey(kind === 'Secret' ? 'secret' : 'config', store, key),
      type,
      from: store,
      to: key,
      place,
    })
    if (kind !== 'Secret') continue
    // Handed over both ways, it is in the environment all the same.
    if (!asFile && files.get(flow)) out.replaceFact(flow, 'usedAsFile', false, place)
    out.fact(flow, 'usedAsFile', asFile, place)
    files.set(flow, asFile)
  }
  const limits = cluster.limitRanges.get(namespace)
  for (const attribute of workload.openLimits) {
    const limit = limits?.[attribute]
    if (limit) out.replaceFact(key, attribute, limit.value, limit.place)
  }
  const { priorityClass } = workload
  if (priorityClass)
    out.fact(key, 'systemPriority', isSystemPriority(cluster, priorityClass.name), priorityClass.place)
  if (workload.type === 'static-pod' || workload.account.name === UNKNOWN_ACCOUNT) return
  const account = objectKey('ServiceAccount', namespace, workload.account.name)
  // The default account is drawn when something is said of it: else every pod would have one beside it.
  if (workload.account.name === 'default' && !out.has(account)) return
  accountKey(cluster, namespace, workload.account.name, workload.account.place)
  out.flow({
    key: cluster.flowKey('identity', account, key),
    type: 'flow-identity',
    from: account,
    to: key,
    place: workload.account.place,
  })
}

// From ingresses and routes to services, and from gateways to their routes.
function connectRoutes(cluster: Cluster): void {
  const { out } = cluster
  const ofGateways = new Map<string, { value: boolean | null; place: Place }>()
  for (const { from, toKind, toNamespace, toName, place, isService } of cluster.routes) {
    if (!isService) {
      const gateway = ['Gateway']
        .map((kind) => objectKey(kind, toNamespace, toName))
        .find((key) => out.has(key))
      const parent =
        gateway ?? (toKind === 'parent' ? mentionGateway(cluster, toNamespace, toName, place) : undefined)
      if (!parent) continue
      out.flow({
        key: cluster.flowKey('call', parent, from),
        type: 'flow-http',
        from: parent,
        to: from,
        place,
      })
      const value = tlsOf(cluster, parent)
      const known = ofGateways.get(from)
      if (!known || known.value === true || value === false) ofGateways.set(from, { value, place })
      continue
    }
    const named = objectKey('Service', toNamespace, toName)
    const service = out.has(named) ? named : (cluster.operated.get(named)?.key ?? named)
    if (!out.has(service)) {
      out.fact(from, 'dangling', true, place)
      continue
    }
    const ports = cluster.services.get(service)?.ports ?? []
    const type = ports.every(({ isUdp }) => isUdp) && ports.length > 0 ? 'flow-generic' : 'flow-http'
    const flow = out.flow({ key: cluster.flowKey('call', from, service), type, from, to: service, place })
    const known = ports.map(encryptedByPort)
    if (known.length > 0 && known.every((value) => value === false)) out.fact(flow, 'encrypted', false, place)
  }
  // A gateway holds the certificates of its routes: the one without any decides.
  for (const [route, { value, place }] of ofGateways) out.fact(route, 'tls', value, place)
}

// Whether a gateway of the files has certificates; unknown of one that is only named.
function tlsOf({ out }: Cluster, gateway: string): boolean | null {
  if (out.factOf(gateway, 'declared')?.value !== true) return null
  return out.factOf(gateway, 'tls')?.value === true
}

function mentionGateway(cluster: Cluster, namespace: string, name: string, place: Place): string {
  return cluster.mention('Gateway', namespace, name, 'ingress', place)
}

// A workload whose account holds rights and whose token is mounted talks to the API server.
function connectAccounts(cluster: Cluster): void {
  const { out } = cluster
  const granted = new Map<string, Place>()
  const uses = new Map<string, number>()
  for (const { namespace, account, place } of cluster.grants)
    granted.set(objectKey('ServiceAccount', namespace, account), place)
  for (const workload of cluster.workloads) {
    const account = objectKey('ServiceAccount', workload.namespace, workload.account.name)
    if (!workload.isOfRun) uses.set(account, (uses.get(account) ?? 0) + 1)
    if (!granted.has(account)) continue
    const ofAccount = out.factOf(account, 'automountToken')?.value
    const setting = out.factOf(workload.key, 'automountSetting')?.value
    const isMounted = setting === 'mount' || (setting !== 'no-mount' && ofAccount !== false)
    if (!isMounted) continue
    const { place } = workload.account
    const server = addPart(cluster, 'kube-apiserver', place)
    const flow = out.flow({
      key: cluster.flowKey('k8s-api', workload.key, server),
      type: 'flow-k8s-api',
      from: workload.key,
      to: server,
      place,
    })
    out.fact(flow, 'encrypted', true, place)
    out.fact(flow, 'authenticated', true, place)
  }
  for (const [account, count] of uses) {
    const place = sourceOf(cluster, account)
    if (place) out.fact(account, 'usedByMany', count > 1, place)
  }
  const [api, etcd] = [partKey('kube-apiserver'), partKey('etcd')]
  if (!out.has(api) || !out.has(etcd)) return
  const tls = out.factOf(api, 'etcdTls')
  const place = tls?.source ?? sourceOf(cluster, etcd)
  if (!place) return
  const flow = out.flow({
    key: cluster.flowKey('etcd', api, etcd),
    type: 'flow-etcd',
    from: api,
    to: etcd,
    both: true,
    place,
  })
  out.fact(flow, 'encrypted', tls === undefined ? undefined : tls.value, place)
  out.fact(flow, 'mutualAuth', tls === undefined ? undefined : tls.value, place)
}

function sourceOf({ out }: Cluster, key: string): Place | undefined {
  return out.sourceOf(key)
}

function stateBudgets(cluster: Cluster): void {
  const { out } = cluster
  for (const { meta, namespace, selector, place, isBlocking } of cluster.budgets) {
    const selected = cluster.candidates(namespace, selector).filter(({ labels }) => selects(selector, labels))
    const found = selected.filter(({ type }) => hasAttribute(type, 'disruptionBudget'))
    let isStated = false
    for (const workload of found) {
      const replicas = out.factOf(workload.key, 'replicas')?.value
      const value = isBlocking(typeof replicas === 'number' ? replicas : workload.replicas)
        ? 'blocking'
        : 'present'
      if (out.factOf(workload.key, 'disruptionBudget')) continue
      out.fact(workload.key, 'disruptionBudget', value, place)
      isStated = true
    }
    if (isStated) continue
    cluster.skip(meta, whyUnused(found.length, selected.length, selectsAll(selector)))
  }
}

function whyUnused(found: number, selected: number, isForAll: boolean): string {
  if (found > 0) return 'Another PodDisruptionBudget covers the same workloads.'
  if (selected > 0)
    return 'Nothing in the catalogue turns on how often the workloads that it covers are disrupted.'
  return isForAll
    ? 'It covers no workload of these files.'
    : 'It selects no Deployment or StatefulSet of these files.'
}

function stateScalers(cluster: Cluster): void {
  const { out } = cluster
  const types = new Map(cluster.workloads.map(({ key, type }) => [key, type]))
  const done = new Set<string>()
  for (const { meta, target, least, place } of cluster.scalers) {
    const type = types.get(target)
    if (type !== undefined && hasAttribute(type, 'replicas') && !done.has(target)) {
      done.add(target)
      out.replaceFact(target, 'replicas', least, place)
    } else
      cluster.skip(
        meta,
        type === undefined
          ? 'The workload that it scales is not among these files.'
          : 'The number of copies of its workload is said elsewhere.',
      )
  }
}

// Whether a store is mounted by several workloads, once all of them are known.
function stateStores(cluster: Cluster): void {
  const { out } = cluster
  const users = new Map<string, number>()
  for (const { from, type } of out.allFlows())
    if (type === 'flow-volume') users.set(from, (users.get(from) ?? 0) + 1)
  for (const [store, count] of users) {
    const place = sourceOf(cluster, store)
    if (place) out.fact(store, 'sharedByMany', count > 1, place)
  }
}
