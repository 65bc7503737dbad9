import type { ExtractedFlow } from '@/lib/importers/extract'
import type { Cluster } from '@/lib/importers/kubernetes/cluster'
import type { Backends, WorkloadDigest } from '@/lib/importers/kubernetes/digests'
import type { ObjectMeta, Place } from '@/lib/importers/kubernetes/object'

/** States what policies say. What custom says of a port or an address does not count against it; the first policy stays. */
export class Claims {
  private readonly taken = new Set<string>()
  private readonly spoken = new Set<string>()

  constructor(private readonly cluster: Cluster) {}

  state(key: string, attribute: string, value: boolean, by: { meta: ObjectMeta; place: Place }): void {
    const claim = `${key}\n${attribute}`
    if (this.taken.has(claim)) return
    this.taken.add(claim)
    this.spoken.add(by.meta.key)
    this.cluster.out.replaceFact(key, attribute, value, by.place)
  }

  /** Whether an object is the source of a fact. */
  hasSpoken({ key }: ObjectMeta): boolean {
    return this.spoken.has(key)
  }
}

/** A flow that carries requests, and the workloads that answer them: its end, or all behind the service at its end. */
export type Requests = { flow: ExtractedFlow; to: readonly WorkloadDigest[] }

const TRAFFIC = new Set(['flow-http', 'flow-db', 'flow-log', 'flow-generic'])

/** The flows between parts of the system. What comes from clients outside does not begin at a proxy of the mesh. */
export function requestsIn({ out, workloads }: Cluster, backends: Backends): Requests[] {
  const byKey = new Map(workloads.map((workload) => [workload.key, workload]))
  return [...out.allFlows()].flatMap((flow) => {
    const { from, to, type } = flow
    const isOuter = from.startsWith('NetworkClient/') || from.startsWith('LoadBalancer/')
    if (!TRAFFIC.has(type) || isOuter || !out.has(from) || !out.has(to)) return []
    const itself = byKey.get(to)
    return [{ flow, to: itself ? [itself] : (backends.get(to) ?? []) }]
  })
}
