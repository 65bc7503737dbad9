import type { HostReference } from '@/lib/importers/compose/references'
import type { ServiceKind } from '@/lib/importers/compose/service-kind'
import type { Labels, ObjectMeta, Place } from '@/lib/importers/kubernetes/object'
import type { RightFact } from '@/lib/importers/kubernetes/rights'
import type { Selector } from '@/lib/importers/kubernetes/selector'

// What is kept of objects after they were read, until all of them are known and can be connected.

/** An object that a pod reads: a Secret or ConfigMap, as a file or in the environment. */
export type Handed = { kind: 'Secret' | 'ConfigMap'; name: string; asFile: boolean; place: Place }

/** A host that a pod names. What stands in a command counts less than a variable of its own. */
export type PlacedReference = HostReference & { place: Place; rank: number }

/** A limit that containers lack, so that a LimitRange of the namespace decides. */
export type OpenLimit = 'memoryLimit' | 'cpuLimit' | 'ephemeralLimit' | 'memoryRequest' | 'cpuRequest'

/** The name of an account that is decided elsewhere. */
export const UNKNOWN_ACCOUNT = ''

/** What is kept of a workload until it is connected with the rest. */
export type WorkloadDigest = {
  key: string
  meta: ObjectMeta
  namespace: string
  type: string
  labels: Labels
  /** Container ports by name. */
  ports: { name?: string; number: number }[]
  kind?: ServiceKind
  isCollector: boolean
  hostNetwork: boolean
  /** Whether it asks for a proxy of a service mesh, or refuses it. */
  mesh?: boolean
  handed: Handed[]
  references: PlacedReference[]
  account: { name: string; place: Place }
  /** Whether the account is that of a run which names this: then the run counts as its user. */
  isOfRun?: true
  mountsToken: boolean | undefined
  replicas: number
  openLimits: OpenLimit[]
  priorityClass?: { name: string; place: Place }
  place: Place
}

/** A service, kept for the second pass in which objects are connected. */
export type ServiceDigest = {
  meta: ObjectMeta
  selector?: Selector
  type: string
  ports: { name?: string; port: number; target?: number | string; isUdp: boolean; appProtocol?: string }[]
  externalName?: string
  place: Place
  selectorPlace: Place
}

/** A way from an ingress, route or gateway to what it names. */
export type RouteDigest = {
  from: string
  namespace: string
  toKind: string
  toNamespace: string
  toName: string
  place: Place
  /** Whether the other side is asked to be there: then a name that leads nowhere is told. */
  isService: boolean
}

/** What selects pods by labels and says something about them. */
export type Selecting = { meta: ObjectMeta; namespace: string; selector: Selector; place: Place }

export type Placed = { value: string; place: Place }

/** Another side that a rule lets through: pods by labels, or addresses. */
export type Peer = {
  pods?: Selector
  namespaces?: Selector
  cidr?: string
  hasExceptions: boolean
  place: Place
}
/** A rule of a policy. No peers: everybody. No ports: every port. */
export type PolicyRule = { peers: Peer[]; isForAll: boolean; ports: (number | string)[]; place: Place }

export type PolicyDigest = {
  key: string
  kind: string
  namespace: string
  name: string
  selector: Selector
  ingress?: PolicyRule[]
  egress?: PolicyRule[]
  place: Place
  selectorPlace: Place
}

/** A service account that a binding names. */
export type Grant = { binding: string; namespace: string; account: string; place: Place }
/** A ClusterRole that others may add to, or that adds to others. `collects`: the labels of those that add to it. */
export type RoleDigest = {
  key: string
  labels: Labels
  rights: RightFact[]
  collects: Selector[]
  place: Place
}
/** The service accounts of a namespace, or of all ('') namespaces, that a binding names by their group. */
export type GroupGrant = { binding: string; namespace: string; place: Place }
/** A role that a binding names. */
export type RoleRef = { binding: string; kind: string; namespace?: string; name: string; place: Place }

/** The kind of traffic to what an operator runs for an object. */
export type OperatedTraffic = 'flow-db' | 'flow-http'

/** An object from which an operator makes pods that stand in no file. */
export type OperatedObject = Pick<ObjectMeta, 'key' | 'kind' | 'group'> & {
  traffic: OperatedTraffic
}

/** What a workflow or pipeline runs that stands in another object; without a name it is fetched from elsewhere. */
export type RunReference = { kind: string; isWide: boolean; name?: string; place: Place }

/** The workloads behind each service. */
export type Backends = ReadonlyMap<string, readonly WorkloadDigest[]>
