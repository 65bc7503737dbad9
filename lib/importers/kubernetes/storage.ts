import type { Cluster } from '@/lib/importers/kubernetes/cluster'
import { placeOf } from '@/lib/importers/kubernetes/containers'
import { at, entryOf, textAt } from '@/lib/importers/kubernetes/node-path'
import { type KubernetesObject, objectKey } from '@/lib/importers/kubernetes/object'
import { isShared } from '@/lib/importers/kubernetes/workload'

/** Reads a PersistentVolumeClaim. */
export function readClaim(cluster: Cluster, object: KubernetesObject): void {
  const { out } = cluster
  const key = cluster.add(object, 'persistent-volume')
  const spec = at(object.body, 'spec')
  out.fact(key, 'sharedAccess', isShared(at(spec, 'accessModes')), placeOf(spec, 'accessModes', object.place))
  const volume = textAt(spec, 'volumeName')
  if (volume)
    cluster.later.push(() =>
      bind(
        cluster,
        objectKey('PersistentVolume', undefined, volume),
        key,
        placeOf(spec, 'volumeName', object.place),
      ),
    )
  const storageClass = textAt(spec, 'storageClassName')
  if (storageClass) {
    cluster.later.push(() => {
      const encrypted = cluster.encryptedClasses.get(storageClass)
      if (encrypted) out.fact(key, 'encryptedAtRest', encrypted.value, encrypted.place)
    })
  }
}

/** Reads a PersistentVolume: what backs it, and which claim it is bound to. */
export function readVolume(cluster: Cluster, object: KubernetesObject): void {
  const { out } = cluster
  const key = cluster.add(object, 'persistent-volume')
  const spec = at(object.body, 'spec')
  const host = entryOf(spec, 'hostPath') ?? entryOf(spec, 'local')
  out.fact(key, 'hostPathBacked', host !== undefined, host ?? object.place)
  out.fact(key, 'sharedAccess', isShared(at(spec, 'accessModes')), placeOf(spec, 'accessModes', object.place))
  const claim = textAt(spec, 'claimRef', 'name')
  if (!claim) return
  const claimKey = objectKey(
    'PersistentVolumeClaim',
    textAt(spec, 'claimRef', 'namespace') ?? 'default',
    claim,
  )
  const place = placeOf(spec, 'claimRef', object.place)
  cluster.later.push(() => bind(cluster, key, claimKey, place))
}

// What backs the volume backs the claim.
function bind(
  { out, flowKey }: Cluster,
  volume: string,
  claim: string,
  place: { file: string; line: number },
): void {
  if (!out.has(volume) || !out.has(claim)) return
  out.flow({
    key: flowKey('volume', volume, claim),
    type: 'flow-volume',
    from: volume,
    to: claim,
    both: true,
    place,
  })
  const backed = out.factOf(volume, 'hostPathBacked')
  if (backed) out.fact(claim, 'hostPathBacked', backed.value, backed.source)
}

/** Reads a StorageClass: whether the volumes that it makes are encrypted. */
export function readStorageClass(cluster: Cluster, object: KubernetesObject): void {
  const parameters = at(object.body, 'parameters')
  for (const key of [
    'encrypted',
    'csi.storage.k8s.io/encrypted',
    'diskEncryptionType',
    'disk-encryption-kms-key',
    'kmsKeyId',
    'diskEncryptionSetID',
  ]) {
    const text = textAt(parameters, key)
    if (text === undefined) continue
    const value = !/^(false|no|none|0)$/i.test(text)
    cluster.encryptedClasses.set(object.name, { value, place: placeOf(parameters, key, object.place) })
  }
  cluster.skip(
    object,
    'It says how volumes are made. What it says of encryption stands with the claims that name it.',
  )
}
