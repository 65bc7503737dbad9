import type { Cluster } from '@/lib/importers/kubernetes/cluster'
import { placeOf } from '@/lib/importers/kubernetes/containers'
import type { Placed } from '@/lib/importers/kubernetes/digests'
import { asksForProxy } from '@/lib/importers/kubernetes/mesh/istio'
import { at, entryOf, numberOf, textAt } from '@/lib/importers/kubernetes/node-path'
import { type KubernetesObject, type ObjectMeta, objectKey } from '@/lib/importers/kubernetes/object'
import { mapsOf } from '@/lib/importers/kubernetes/read-objects'
import { readSelector } from '@/lib/importers/kubernetes/selector'
import { toScalarText } from '@/lib/importers/yaml/yaml-node'

const LEVELS = new Set(['privileged', 'baseline', 'restricted'])
const ENFORCE = 'pod-security.kubernetes.io/enforce'

/** Reads a Namespace with its pod security level. */
export function readNamespace(cluster: Cluster, object: KubernetesObject): void {
  const key = cluster.namespaceKey(object.name, object.place)
  cluster.out.declareAt(key, object.place)
  cluster.namespaceLabels.set(object.name, object.labels)
  const labels = at(object.body, 'metadata', 'labels')
  const hasProxies = asksForProxy(labels, at(object.body, 'metadata', 'annotations')) === true
  cluster.mesh.namespaces.set(object.name, hasProxies)
  cluster.out.fact(key, 'declared', true, object.place)
  // The label stands in this object or nowhere: without it, Kubernetes enforces nothing.
  const level = textAt(labels, ENFORCE) ?? (at(labels, ENFORCE) ? null : 'unset')
  cluster.out.fact(
    key,
    'podSecurityEnforce',
    level === 'unset' || (level !== null && LEVELS.has(level)) ? level : null,
    placeOf(labels, ENFORCE, object.place),
  )
}

/** Reads a ResourceQuota: a fact of its namespace. */
export function readQuota(cluster: Cluster, object: KubernetesObject): void {
  const key = cluster.namespaceKey(object.namespace ?? 'default', object.place)
  stateOnce(cluster, object, key, 'resourceQuota', true)
}

// What containers get of a LimitRange that say nothing themselves; without a default, the most that they may have.
const LIMITS = ['default', 'max'] as const
const REQUESTS = ['defaultRequest', ...LIMITS] as const
const RANGES = [
  ['memoryLimit', 'memory', LIMITS],
  ['cpuLimit', 'cpu', LIMITS],
  ['ephemeralLimit', 'ephemeral-storage', LIMITS],
  ['memoryRequest', 'memory', REQUESTS],
  ['cpuRequest', 'cpu', REQUESTS],
] as const

/** Reads a LimitRange: the limits that containers get which name none, and a fact of its namespace. */
export function readLimitRange(cluster: Cluster, object: KubernetesObject): void {
  const namespace = object.namespace ?? 'default'
  const key = cluster.namespaceKey(namespace, object.place)
  const ranges = cluster.limitRanges.get(namespace) ?? {}
  for (const limit of mapsOf(at(object.body, 'spec', 'limits'))) {
    if ((textAt(limit, 'type') ?? 'Container') !== 'Container') continue
    const read = (resource: string, parts: readonly string[]): Placed | undefined => {
      for (const part of parts) {
        const entry = entryOf(at(limit, part), resource)
        const value = toScalarText(entry?.value)
        if (entry && value && /^[\d.]+\w{0,2}$/.test(value))
          return { value, place: { file: entry.file, line: entry.line } }
      }
      return undefined
    }
    for (const [attribute, resource, parts] of RANGES) {
      const found = read(resource, parts)
      if (found) ranges[attribute] ??= found
    }
  }
  cluster.limitRanges.set(namespace, ranges)
  stateOnce(cluster, object, key, 'limitRange', ranges.memoryLimit !== undefined)
}

/** States a fact that an object is the source of; a second object that says the same is listed. */
function stateOnce(
  cluster: Cluster,
  object: ObjectMeta,
  key: string,
  attribute: string,
  value: boolean,
): void {
  if (cluster.out.factOf(key, attribute))
    cluster.skip(object, 'Another object of this kind in the namespace says the same already.')
  else cluster.out.fact(key, attribute, value, object.place)
}

/** Reads a PodDisruptionBudget: kept until the workloads it selects are known. */
export function readBudget(cluster: Cluster, object: KubernetesObject): void {
  const spec = at(object.body, 'spec')
  const least = toScalarText(at(spec, 'minAvailable'))
  const most = toScalarText(at(spec, 'maxUnavailable'))
  const { body: _, ...meta } = object
  cluster.budgets.push({
    meta,
    namespace: object.namespace ?? 'default',
    selector: readSelector(at(spec, 'selector')),
    place: object.place,
    isBlocking: (replicas) => /^0%?$/.test(most ?? '') || countOf(least, replicas) >= replicas,
  })
}

/** How many copies a number or a share of them is. */
function countOf(text: string | undefined, replicas: number): number {
  if (text === undefined) return 0
  return text.endsWith('%') ? Math.ceil((Number(text.slice(0, -1)) * replicas) / 100) : Number(text)
}

/** Reads a HorizontalPodAutoscaler: how many copies there are at least. */
export function readScaler(cluster: Cluster, object: KubernetesObject): void {
  const spec = at(object.body, 'spec')
  const kind = textAt(spec, 'scaleTargetRef', 'kind')
  const name = textAt(spec, 'scaleTargetRef', 'name')
  const { body: _, ...meta } = object
  if (!kind || !name) {
    cluster.skip(meta, 'It names no workload to scale.')
    return
  }
  cluster.scalers.push({
    meta,
    target: objectKey(kind, object.namespace, name),
    least: numberOf(at(spec, 'minReplicas')) ?? 1,
    place: object.place,
  })
}

const SYSTEM_VALUE = 1_000_000_000

/** Reads a PriorityClass: whether workloads of it stand with the cluster's own parts. */
export function readPriority(cluster: Cluster, object: KubernetesObject): void {
  const value = numberOf(at(object.body, 'value')) ?? 0
  cluster.priorityClasses.set(object.name, { value, place: object.place })
  cluster.skip(
    object,
    'It only orders workloads. One of system priority stands with the workloads that name it.',
  )
}

/** Whether a priority class is meant for the cluster's own parts. */
export function isSystemPriority(cluster: Cluster, name: string): boolean {
  return (
    /^system-(node|cluster)-critical$/.test(name) ||
    (cluster.priorityClasses.get(name)?.value ?? 0) >= SYSTEM_VALUE
  )
}
