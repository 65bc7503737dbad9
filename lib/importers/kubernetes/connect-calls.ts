import type { Cluster } from '@/lib/importers/kubernetes/cluster'
import { connectNamed, type Reach } from '@/lib/importers/kubernetes/connect-policies'
import { addPart } from '@/lib/importers/kubernetes/control-plane'
import type {
  Backends,
  OperatedTraffic,
  PlacedReference,
  WorkloadDigest,
} from '@/lib/importers/kubernetes/digests'
import type { Access } from '@/lib/importers/kubernetes/mesh/access'
import { objectKey, type Place } from '@/lib/importers/kubernetes/object'
import { trafficByPorts } from '@/lib/importers/kubernetes/services'
import { traffic } from '@/lib/importers/kubernetes/traffic'

const MAX_EXTERNAL = 60

/** Draws who calls whom: by the hosts that variables, commands and ConfigMaps name, and by the peers that policies name. */
export function connectCalls(cluster: Cluster, backends: Backends, reach: Reach, access: Access): void {
  const calls = new Calls(cluster, backends, reach)
  for (const workload of cluster.workloads) calls.of(workload)
  const isConnected = (from: string, to: string) => calls.isConnected(from, to)
  connectNamed(cluster, isConnected)
  access.connectNamed(isConnected)
}

class Calls {
  private readonly external = new Set<string>()
  /** Callers and workloads behind the services that they call: these count as connected. */
  private readonly behind = new Set<string>()
  private pairs: ReadonlySet<string> | undefined
  private readonly operated: ReadonlyMap<string, OperatedTraffic>

  constructor(
    private readonly cluster: Cluster,
    private readonly backends: Backends,
    private readonly reach: Reach,
  ) {
    this.operated = new Map([...cluster.operated.values()].map(({ key, traffic: type }) => [key, type]))
  }

  /** Whether a flow is between two, as long as none but these calls was added. */
  isConnected(from: string, to: string): boolean {
    // Few files have policies that ask.
    this.pairs ??= new Set([
      ...this.behind,
      ...[...this.cluster.out.allFlows()].map((flow) => `${flow.from}\n${flow.to}`),
    ])
    return this.pairs.has(`${from}\n${to}`) || this.pairs.has(`${to}\n${from}`)
  }

  of(workload: WorkloadDigest): void {
    const strongest = new Map<string, PlacedReference>()
    const own: PlacedReference[] = [...workload.references]
    for (const { kind, name } of workload.handed) {
      if (kind !== 'ConfigMap') continue
      const hosts = this.cluster.configHosts.get(objectKey('ConfigMap', workload.namespace, name)) ?? []
      for (const host of hosts) own.push({ ...host, rank: 1 })
    }
    for (const reference of own) {
      const to = this.resolve(reference, workload)
      if (to === undefined) continue
      const known = strongest.get(to)
      strongest.set(to, known ? stronger(known, reference) : reference)
    }
    for (const [to, reference] of strongest) this.add(workload, to, reference)
  }

  // What a host stands for: a service of the files, the API server, the metadata service, or something outside.
  private resolve(reference: PlacedReference, { namespace }: WorkloadDigest): string | undefined {
    const host = reference.host.toLowerCase().replace(/\.$/, '')
    const parts = host.split('.')
    const [name = '', second] = parts
    if (name !== '' && isLocal(parts)) {
      const found = this.serviceOf(parts, namespace)
      if (found !== undefined) return found
      if (name === 'kubernetes' && second === 'default')
        return addPart(this.cluster, 'kube-apiserver', reference.place)
    }
    const ofPod = parts.length === 3 ? this.serviceAt(parts[2], parts[1]) : undefined
    if (ofPod !== undefined) return ofPod
    if (host === '169.254.169.254' || host === 'metadata.google.internal')
      return this.addMetadata(reference.place)
    return reference.rank >= 2 ? this.addExternal(host, reference) : undefined
  }

  // name, name.namespace[.svc...], and one pod of a headless service: pod.name[.namespace.svc...]
  private serviceOf(parts: readonly string[], namespace: string): string | undefined {
    return parts.length === 1
      ? this.serviceAt(namespace, parts[0])
      : (this.serviceAt(parts[1], parts[0]) ??
          this.serviceAt(parts[2], parts[1]) ??
          (parts.length === 2 ? this.serviceAt(namespace, parts[1]) : undefined))
  }

  private serviceAt(namespace: string | undefined, name: string | undefined): string | undefined {
    if (namespace === undefined || name === undefined) return undefined
    const key = objectKey('Service', namespace, name)
    if (this.cluster.services.has(key) || this.cluster.addressed.has(key)) return key
    return this.cluster.operated.get(key)?.key
  }

  private addMetadata(place: Place): string {
    const { cluster } = this
    return cluster.out.component({
      key: 'External/169.254.169.254',
      type: 'cloud-metadata',
      name: 'Cloud metadata service',
      parentKey: cluster.clusterKey(place),
      zoneKeys: [cluster.clusterKey(place)],
      place,
    })
  }

  // name.namespace is how services of other namespaces are called, whose files may not be here.
  private mayBeService(host: string): boolean {
    const [, second = '', third] = host.split('.')
    if (third !== undefined) return false
    return this.cluster.namespaceNames().has(second) || !USUAL_END.test(second)
  }

  private addExternal(host: string, { isWeb, encrypted, port, place }: PlacedReference): string | undefined {
    const looksLikeOne = isWeb || encrypted !== undefined || port !== undefined
    if (!looksLikeOne || !isPublicName(host) || this.mayBeService(host)) return undefined
    const key = `External/${host}`
    if (!this.external.has(key)) {
      if (this.external.size >= MAX_EXTERNAL) return undefined
      this.external.add(key)
      const type =
        /\.(rds|docdb|cache|redshift)\.amazonaws\.com$|\.database\.(windows|azure)\.(net|com)$|\.mongodb\.net$|\.postgres\.database\.azure\.com$/.test(
          host,
        )
          ? 'database'
          : 'external-service'
      this.cluster.out.component({ key, type, name: host, place })
    }
    return key
  }

  private add(workload: WorkloadDigest, to: string, reference: PlacedReference): void {
    const { out } = this.cluster
    if (to === workload.key) return
    const behind = this.backends.get(to)
    if (behind && behind.length > 0) {
      if (behind.every(({ key }) => key === workload.key)) return
      const barriers = behind.map((other) => this.reach(workload, other))
      const [barrier] = barriers
      if (barrier && barriers.every(Boolean)) {
        this.cluster.warn(
          reference.place,
          `${workload.meta.kind} ${clean(workload.meta.name)} names a service that the ${clean(barrier.kind)} ${clean(barrier.name)} keeps it from. No flow was drawn.`,
        )
        return
      }
    }
    const [first] = behind ?? []
    const ports =
      this.cluster.services.get(to)?.ports ?? (reference.port ? [{ port: reference.port, isUdp: false }] : [])
    const type =
      to === 'ControlPlane/kube-apiserver'
        ? 'flow-k8s-api'
        : to === 'External/169.254.169.254'
          ? 'flow-cloud-api'
          : (this.operated.get(to) ??
            (first ? traffic(first, ports) : reference.isWeb ? 'flow-http' : trafficByPorts(ports)))
    const kind = type === 'flow-k8s-api' ? 'k8s-api' : 'call'
    const flow = out.flow({
      key: this.cluster.flowKey(kind, workload.key, to),
      type: type === 'flow-generic' && reference.isWeb ? 'flow-http' : type,
      from: workload.key,
      to,
      place: reference.place,
    })
    out.fact(flow, 'encrypted', reference.encrypted, reference.place)
    if (type !== 'flow-volume') out.fact(flow, 'authenticated', reference.authenticated, reference.place)
    for (const other of behind ?? []) this.behind.add(`${workload.key}\n${other.key}`)
  }
}

function isLocal(parts: readonly string[]): boolean {
  return parts.length <= 2 || parts[2] === 'svc' || parts[3] === 'svc'
}

function stronger(a: PlacedReference, b: PlacedReference): PlacedReference {
  const [strong, weak] = b.rank > a.rank ? [b, a] : [a, b]
  const encrypted =
    a.encrypted === false || b.encrypted === false ? false : (strong.encrypted ?? weak.encrypted)
  return {
    ...strong,
    isWeb: a.isWeb || b.isWeb,
    ...(encrypted !== undefined && { encrypted }),
    ...((a.authenticated || b.authenticated) && { authenticated: true as const }),
  }
}

const FILES =
  /\.(ya?ml|json|conf|cfg|ini|toml|properties|xml|txt|log|sh|py|js|ts|rb|go|java|jar|pem|crt|key|sock|tpl|html?|css|lua|sql|db|so|gz|tgz|zip|local|svc|internal|cluster|localdomain|lan|test|example|invalid)$/

// A name that the public DNS may have, rather than a file or a name of the cluster.
// How a name of two parts ends that is one of the internet, and not of a namespace.
const USUAL_END = /^([a-z]{2}|com|net|org|edu|gov|info|biz|cloud|corp)$/

function isPublicName(host: string): boolean {
  return (
    host.length <= 253 &&
    /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}$/.test(host) &&
    !FILES.test(host) &&
    !host.endsWith('.cluster.local')
  )
}

function clean(name: string): string {
  return name.replace(/\p{Cc}+/gu, ' ').slice(0, 80)
}
