import { keyPath } from '@/lib/importers/compose/keys'
import { remoteContext } from '@/lib/importers/compose/service-image'
import type { Cluster } from '@/lib/importers/kubernetes/cluster'
import { at, entryOf, textAt } from '@/lib/importers/kubernetes/node-path'
import { type KubernetesObject, otherKey } from '@/lib/importers/kubernetes/object'
import { mapsOf } from '@/lib/importers/kubernetes/read-objects'
import type { YamlNode } from '@/lib/importers/yaml/yaml-node'

/** Reads what brings a repository into the cluster (Argo CD's Application, Flux' sources): where it comes from. */
export function readDelivery(cluster: Cluster, object: KubernetesObject): void {
  const { out } = cluster
  const key = cluster.add(object, 'custom-resource', `${object.kind} ${object.name}`)
  const spec = at(object.body, 'spec')
  const sources: [node: YamlNode | undefined, field: string][] = [
    [at(spec, 'source'), 'repoURL'],
    ...mapsOf(at(spec, 'sources')).map((node): [YamlNode, string] => [node, 'repoURL']),
    [spec, 'url'],
  ]
  for (const [node, field] of sources) {
    const address = textAt(node, field)
    const entry = entryOf(node, field)
    if (!address || !entry) continue
    // Never a user, a password or a query of the address.
    const url = remoteContext(address)
    const repository = out.component({
      key: otherKey('Repository', keyPath(url.replace(/^\w+:\/\//, ''))),
      type: 'source-repo',
      name: url,
      place: entry,
    })
    const flow = out.flow({
      key: cluster.flowKey('deploy', repository, key),
      type: 'flow-deploy',
      from: repository,
      to: key,
      place: entry,
    })
    out.fact(
      flow,
      'encrypted',
      /^(https|ssh|oci):|^git@/.test(address) ? true : /^http:/.test(address) ? false : undefined,
      entry,
    )
  }
}
