import type { Cluster } from '@/lib/importers/kubernetes/cluster'
import type { KubernetesObject } from '@/lib/importers/kubernetes/object'
import { addClients } from '@/lib/importers/kubernetes/services'

/** Says who reaches a service of Knative, which is workload and address in one: everybody, unless a label keeps it inside. */
export function openService(cluster: Cluster, { key, kind, group, labels, place }: KubernetesObject): void {
  if (kind !== 'Service' || group !== 'serving.knative.dev') return
  cluster.addressed.add(key)
  if (labels.get('networking.knative.dev/visibility') !== 'cluster-local') addClients(cluster, key, place, [])
}
