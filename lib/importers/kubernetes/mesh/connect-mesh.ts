import type { Cluster } from '@/lib/importers/kubernetes/cluster'
import type { Backends } from '@/lib/importers/kubernetes/digests'
import { Access } from '@/lib/importers/kubernetes/mesh/access'
import { Claims, requestsIn } from '@/lib/importers/kubernetes/mesh/claims'
import { linkerdAccess } from '@/lib/importers/kubernetes/mesh/linkerd-access'
import { stateMutualTls } from '@/lib/importers/kubernetes/mesh/mutual-tls'

/** Who may call whom in the mesh, once every workload is known. */
export function accessOf(cluster: Cluster): Access {
  return new Access(cluster, [...cluster.mesh.access, ...linkerdAccess(cluster)])
}

/** States what the mesh makes of each flow; what says nothing of any is listed with the reason. */
export function connectMesh(cluster: Cluster, backends: Backends, access: Access): void {
  const { mesh } = cluster
  if (mesh.isSilent()) return
  const requests = requestsIn(cluster, backends)
  const claims = new Claims(cluster)
  stateMutualTls(cluster, requests, claims)
  access.state(requests, claims)
  for (const { meta, ...rule } of mesh.peers) {
    if (claims.hasSpoken(meta)) continue
    const isUsed = cluster.workloads.some((workload) => mesh.covers(rule, workload))
    cluster.skip(
      meta,
      isUsed
        ? 'Of the data flows in these files it decides none: narrower policies do, or there are none.'
        : 'It is for no workload of these files that is in the mesh.',
    )
  }
  for (const { meta } of mesh.clients)
    if (!claims.hasSpoken(meta))
      cluster.skip(meta, 'No data flow of these files goes to its host, or its receiver decides.')
}
