import type { Cluster } from '@/lib/importers/kubernetes/cluster'
import { addPart } from '@/lib/importers/kubernetes/control-plane'
import { at } from '@/lib/importers/kubernetes/node-path'
import type { KubernetesObject } from '@/lib/importers/kubernetes/object'
import { mapsOf } from '@/lib/importers/kubernetes/read-objects'
import { itemsOf, toScalarText } from '@/lib/importers/yaml/yaml-node'

const SECRETS = new Set(['secrets', '*.', '*.*'])

/** Reads how the API server encrypts what it stores: by the first provider for secrets. Keys are never looked at. */
export function readEncryption(cluster: Cluster, object: KubernetesObject): void {
  if (cluster.hasEncryption) {
    cluster.skip(object, 'Another configuration of this part was read already.')
    return
  }
  cluster.hasEncryption = true
  const key = addPart(cluster, 'kube-apiserver', object.place)
  cluster.partOf.set(object.key, key)
  const rule = mapsOf(at(object.body, 'resources')).find((one) =>
    itemsOf(at(one, 'resources')).some((name) => SECRETS.has(toScalarText(name) ?? '')),
  )
  const [first] = mapsOf(at(rule, 'providers'))
  const isEncrypted = first !== undefined && !first.entries.has('identity')
  const place = first ? { file: first.file, line: first.line } : object.place
  cluster.out.replaceFact(key, 'encryptionProvider', isEncrypted, place)
}
