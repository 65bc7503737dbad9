import { ExtractBuilder } from '@/lib/importers/compose/builder'
import { joinNatural } from '@/lib/importers/compose/keys'
import type { ImportWarning, Skipped } from '@/lib/importers/extract'
import type {
  Grant,
  GroupGrant,
  OpenLimit,
  OperatedObject,
  OperatedTraffic,
  Placed,
  PolicyDigest,
  RoleDigest,
  RoleRef,
  RouteDigest,
  Selecting,
  ServiceDigest,
  WorkloadDigest,
} from '@/lib/importers/kubernetes/digests'
import { Mesh } from '@/lib/importers/kubernetes/mesh/mesh'
import { NamedImages } from '@/lib/importers/kubernetes/named-images'
import {
  type Labels,
  type ObjectMeta,
  objectKey,
  otherKey,
  type Place,
  titleOf,
} from '@/lib/importers/kubernetes/object'
import type { Selector } from '@/lib/importers/kubernetes/selector'

/** Everything that was read, on its way to become one extract. The first pass fills it, the second connects it. */
export class Cluster {
  readonly out = new ExtractBuilder()
  readonly images = new NamedImages()
  readonly skipped: Skipped[] = []
  readonly warnings: ImportWarning[] = []
  readonly objects = new Map<string, ObjectMeta>()
  readonly workloads: WorkloadDigest[] = []
  readonly services = new Map<string, ServiceDigest>()
  /** Workloads that are called by their own name, without a service of the core group. */
  readonly addressed = new Set<string>()
  /** Services that an operator makes, by their keys: the object that they are made for. */
  readonly operated = new Map<string, { key: string; traffic: OperatedTraffic }>()
  /** Objects from which an operator makes pods, by namespace and name. */
  readonly operatedObjects = new Map<string, OperatedObject[]>()
  /** Secrets that an operator makes of an object. */
  readonly madeSecrets: { from: string; secret: string; place: Place }[] = []
  readonly routes: RouteDigest[] = []
  readonly policies: PolicyDigest[] = []
  /** ClusterRoles by key: what one grants, others may have too. */
  readonly roles = new Map<string, RoleDigest>()
  readonly grants: Grant[] = []
  readonly groupGrants: GroupGrant[] = []
  readonly roleRefs: RoleRef[] = []
  readonly budgets: (Selecting & { isBlocking: (replicas: number) => boolean })[] = []
  readonly scalers: { meta: ObjectMeta; target: string; least: number; place: Place }[] = []
  readonly limitRanges = new Map<string, Partial<Record<OpenLimit, Placed>>>()
  readonly priorityClasses = new Map<string, { value: number; place: Place }>()
  /** Texts of ConfigMaps that name hosts, by key. Values are looked at for hosts when read, and forgotten. */
  readonly configHosts = new Map<
    string,
    { host: string; port?: number; isWeb: boolean; encrypted?: boolean; place: Place }[]
  >()
  /** Objects that became a component under another key, such as the manifest of the API server. */
  readonly partOf = new Map<string, string>()
  /** What objects of a service mesh say. */
  readonly mesh = new Mesh()
  /** Files in which reports of a scanner stand. */
  readonly reports = new Set<string>()
  /** Parts of the control plane whose configuration file was read, and `kubelet-flags`. */
  readonly configs = new Set<string>()
  /** Whether a configuration of how the API server encrypts was read. */
  hasEncryption = false
  /** Whether the volumes of a storage class are encrypted, where it says so. */
  readonly encryptedClasses = new Map<string, { value: boolean; place: Place }>()
  /** What workflows and pipelines run that stands in other objects, by their keys. */
  readonly runs = new Map<string, string[]>()
  /** Things to be said about objects once all of them are known. */
  readonly later: (() => void)[] = []
  /** Key of the cluster's own boundary. */
  readonly key = otherKey('Cluster', 'cluster')
  private readonly namespaces = new Set<string>()
  private firstPlace: Place | undefined

  /** Adds the boundary of the cluster, at the first object that is read. */
  clusterKey(place: Place): string {
    if (this.firstPlace === undefined) {
      this.firstPlace = place
      this.out.component({ key: this.key, type: 'k8s-cluster', name: 'Kubernetes cluster', place })
    }
    return this.key
  }

  /** Adds the boundary of a namespace, for the first object that is in it. */
  namespaceKey(name: string, place: Place): string {
    const key = objectKey('Namespace', undefined, name)
    if (!this.namespaces.has(name)) {
      this.namespaces.add(name)
      const cluster = this.clusterKey(place)
      this.out.component({ key, type: 'namespace', name, parentKey: cluster, zoneKeys: [cluster], place })
      this.out.fact(key, 'isDefault', name === 'default', place)
      this.out.fact(key, 'systemNamespace', /^kube-(system|public|node-lease)$/.test(name), place)
    }
    return key
  }

  /** Where an object stands: in its namespace, or directly in the cluster. */
  zoneOf({ namespace, place }: { namespace?: string | undefined; place: Place }): string {
    return namespace === undefined ? this.clusterKey(place) : this.namespaceKey(namespace, place)
  }

  /** Adds the component of an object that was read whole. */
  add(meta: ObjectMeta, type: string, name = meta.name): string {
    const zone = this.zoneOf(meta)
    this.out.component({ key: meta.key, type, name, parentKey: zone, zoneKeys: [zone], place: meta.place })
    this.out.declareAt(meta.key, meta.place)
    return meta.key
  }

  /** Adds an object that is named, but not among the files; what is known of it is that it is named. */
  mention(kind: string, namespace: string | undefined, name: string, type: string, place: Place): string {
    const key = objectKey(kind, namespace, name)
    if (this.out.has(key)) return key
    const zone = this.zoneOf({ namespace, place })
    return this.out.component({ key, type, name, parentKey: zone, zoneKeys: [zone], place })
  }

  flowKey(kind: string, from: string, to: string): string {
    // Both ends are natural keys, so nothing needs to be encoded.
    return joinNatural('Flow', kind, `${from}->${to}`)
  }

  /** Lists an object that became no component, with the reason. */
  skip(meta: ObjectMeta, why: string): void {
    this.skipped.push({ file: meta.place.file, line: meta.place.line, what: titleOf(meta), why })
  }

  warn(place: Place, sentence: string): void {
    if (this.warnings.length < 2000) this.warnings.push({ file: place.file, line: place.line, sentence })
  }

  /** The workloads of a namespace, by the labels of their pods. */
  workloadsIn(namespace: string): WorkloadDigest[] {
    if (!this.byNamespace) {
      this.byNamespace = new Map()
      for (const workload of this.workloads) {
        const list = this.byNamespace.get(workload.namespace)
        if (list) list.push(workload)
        else this.byNamespace.set(workload.namespace, [workload])
      }
    }
    return this.byNamespace.get(namespace) ?? []
  }

  /** A workload by its key, once all of them are read. */
  workloadAt(key: string): WorkloadDigest | undefined {
    this.byKey ??= new Map(this.workloads.map((workload) => [workload.key, workload]))
    return this.byKey.get(key)
  }

  private byKey: Map<string, WorkloadDigest> | undefined
  private byNamespace: Map<string, WorkloadDigest[]> | undefined
  private byLabel: Map<string, WorkloadDigest[]> | undefined

  /** The workloads of a namespace that may have a label; all of them for a selector without one. */
  candidates(namespace: string, { labels }: Selector): WorkloadDigest[] {
    const [first] = labels
    if (!first) return this.workloadsIn(namespace)
    if (!this.byLabel) {
      this.byLabel = new Map()
      for (const workload of this.workloads) {
        for (const [label, value] of workload.labels) {
          const key = `${workload.namespace}\n${label}\n${value}`
          const list = this.byLabel.get(key)
          if (list) list.push(workload)
          else this.byLabel.set(key, [workload])
        }
      }
    }
    return this.byLabel.get(`${namespace}\n${first[0]}\n${first[1]}`) ?? []
  }

  namespaceNames(): ReadonlySet<string> {
    return this.namespaces
  }

  /** Labels of namespaces that were read, for the selectors of network policies. */
  readonly namespaceLabels = new Map<string, Labels>()
}
