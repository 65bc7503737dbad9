import type { WorkloadDigest } from '@/lib/importers/kubernetes/digests'
import type { ObjectMeta, Place } from '@/lib/importers/kubernetes/object'
import { type Selector, selects, selectsAll } from '@/lib/importers/kubernetes/selector'

// What is kept of a service mesh's objects until all workloads are known.

/** How a mesh lets callers of a workload in: only by mutual TLS, also without, or never by it. */
export type PeerMode = 'STRICT' | 'PERMISSIVE' | 'DISABLE'

/** Whom a policy is for: `namespace` is absent for the whole mesh. */
export type Scope = { namespace?: string; selector: Selector }

/** An Istio PeerAuthentication. Without a mode what is wider decides; `exception` is a port that demands less. */
export type PeerRule = Scope & { meta: ObjectMeta; mode?: PeerMode; place: Place; exception?: Place }

/** An Istio DestinationRule that says how callers of a host use TLS. */
export type ClientRule = {
  meta: ObjectMeta
  namespace: string
  host: string
  mode: 'DISABLE' | 'SIMPLE' | 'MUTUAL'
  place: Place
}

/** Callers that a rule means. Patterns hold `*` at one end; principals read `cluster.local/ns/<namespace>/sa/<account>`. */
export type Source = {
  principals?: string[]
  namespaces?: string[]
  /** People or programs by a token of their own. */
  isByToken: boolean
  /** Whether something else narrows it: addresses, or whom it leaves out. */
  isNarrowed: boolean
  /** It means exactly those that prove no identity. */
  isStranger: boolean
}

/** No sources: everybody. `isPartial`: only some requests, by path, port or condition. */
export type AccessRule = { sources: Source[]; isPartial: boolean; demandsIdentity: boolean; place: Place }

/** Who may call workloads, or may not. One that allows without a rule lets nobody in. `ports`: only those of the workload. */
export type AccessPolicy = Scope & {
  meta: ObjectMeta
  action: 'allow' | 'deny'
  rules: AccessRule[]
  ports?: (number | string)[]
  /** Identities are those of mutual TLS. */
  isMutual: boolean
  place: Place
}

/** A Server of Linkerd: a port of pods, which only those may call whom an authorization lets. */
export type LinkerdServer = Scope & {
  meta: ObjectMeta
  namespace: string
  port?: number | string
  access: string
  place: Place
}

/** What Linkerd lets through to servers: one by name, those with these labels, or all of its namespace. */
export type LinkerdGrant = {
  meta: ObjectMeta
  namespace: string
  server?: string
  servers?: Selector
  rules: AccessRule[]
  /** Objects that hold further rules, by name: those of them that count are known later. */
  references: { kind: string; namespace: string; name: string; place: Place }[]
}

/** Everything that a mesh's objects say. */
export class Mesh {
  readonly peers: PeerRule[] = []
  readonly clients: ClientRule[] = []
  readonly access: AccessPolicy[] = []
  readonly servers: LinkerdServer[] = []
  readonly grants: LinkerdGrant[] = []
  /** Sources of Linkerd's authentications, by `Kind/namespace/name`. */
  readonly authentications = new Map<string, Source[]>()
  /** Whether pods of a namespace get a proxy, for namespaces among the files. */
  readonly namespaces = new Map<string, boolean>()

  /** Whether no object says anything of who may call whom, and how. */
  isSilent(): boolean {
    return [this.peers, this.clients, this.access, this.servers, this.grants].every(
      ({ length }) => length === 0,
    )
  }

  /** Whether a workload's traffic goes through a proxy of the mesh; undefined when its namespace is not among the files. */
  isMeshed({ mesh, hostNetwork, namespace }: WorkloadDigest): boolean | undefined {
    if (hostNetwork) return false
    return mesh ?? this.namespaces.get(namespace)
  }

  /**
   * Whether a policy is for a workload. One of the workload's own namespace takes it to be in the mesh unless the files say
   * otherwise: why else would it be there. One of the whole mesh needs a sign.
   */
  covers({ namespace, selector }: Scope, workload: WorkloadDigest): boolean {
    const isMeshed = this.isMeshed(workload)
    if (namespace === undefined ? isMeshed !== true : isMeshed === false) return false
    return (
      (namespace === undefined || namespace === workload.namespace) &&
      (selectsAll(selector) || selects(selector, workload.labels))
    )
  }
}
