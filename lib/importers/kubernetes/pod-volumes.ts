import { engineSocketAt, isSensitivePath } from '@/lib/importers/compose/sensitive-paths'
import type { Cluster } from '@/lib/importers/kubernetes/cluster'
import { type PodContext, placeOf } from '@/lib/importers/kubernetes/containers'
import type { Handed } from '@/lib/importers/kubernetes/digests'
import { at, booleanOf, textAt } from '@/lib/importers/kubernetes/node-path'
import { objectKey, otherKey, type Place } from '@/lib/importers/kubernetes/object'
import { mapsOf } from '@/lib/importers/kubernetes/read-objects'
import { entriesOf, type YamlMap, type YamlNode } from '@/lib/importers/yaml/yaml-node'

// What a node keeps for the cluster: its state, keys, network plug-ins and pods.
const ofCluster =
  /^\/(var\/lib\/(etcd|kubelet|rancher|k0s|kube-[\w-]+|calico|cni|cilium)|etc\/(cni|kubernetes|etcd|rancher|containers)|opt\/cni|srv\/kubernetes|var\/run\/(calico|cilium|netns)|run\/(calico|cilium|netns|k3s))(\/|$)/

type Mount = { readOnly: boolean | null; propagation?: string; place: Place }

export type VolumeOwner = {
  cluster: Cluster
  key: string
  namespace: string
  name: string
  pod: PodContext
  /** Names of claims that the workload makes for itself, with where they are declared. */
  claims: ReadonlyMap<string, Place>
}

/** Reads the volumes of a pod: stores become components, Secrets and ConfigMaps are told as handed over. */
export function readVolumes(owner: VolumeOwner): Handed[] {
  const { pod, claims } = owner
  const mounts = readMounts(pod)
  const handed: Handed[] = []
  for (const volume of mapsOf(at(pod.spec, 'volumes'))) {
    const name = textAt(volume, 'name') ?? ''
    const uses = mounts.get(name) ?? []
    const place = { file: volume.file, line: volume.line }
    const secret = textAt(volume, 'secret', 'secretName')
    if (secret) handed.push({ kind: 'Secret', name: secret, asFile: true, place })
    const config = textAt(volume, 'configMap', 'name')
    if (config) handed.push({ kind: 'ConfigMap', name: config, asFile: true, place })
    for (const source of mapsOf(at(volume, 'projected', 'sources'))) handed.push(...projected(pod, source))
    // A path of the node is within the pod's reach as soon as it is declared: a container put in later can mount it.
    if (uses.length === 0 && at(volume, 'hostPath')) mountHostPath(owner, volume, [{ readOnly: null, place }])
    if (uses.length === 0) continue
    const claim = textAt(volume, 'persistentVolumeClaim', 'claimName')
    const isReadOnly = booleanOf(at(volume, 'persistentVolumeClaim', 'readOnly')) === true
    if (claim) mountClaim(owner, claim, isReadOnly ? readOnly(uses) : uses, place)
    else if (at(volume, 'hostPath')) mountHostPath(owner, volume, uses)
    else if (at(volume, 'ephemeral')) mountClaim(owner, `${owner.name}-${name}`, uses, place)
    else if (at(volume, 'image')) pod.state('imageVolumes', true, place)
    else mountOther(owner, volume, name, uses, handed)
  }
  for (const [name, place] of claims) {
    const uses = mounts.get(name) ?? []
    if (uses.length > 0) mountClaim(owner, `${name}-${owner.name}`, uses, place)
  }
  return handed
}

function readMounts(pod: PodContext): Map<string, Mount[]> {
  const mounts = new Map<string, Mount[]>()
  for (const { body } of pod.containers) {
    for (const part of ['volumeMounts', 'volumeDevices']) {
      for (const mount of mapsOf(at(body, part))) {
        const name = textAt(mount, 'name') ?? ''
        const propagation = textAt(mount, 'mountPropagation')
        const list = mounts.get(name) ?? []
        list.push({
          readOnly: booleanOf(at(mount, 'readOnly')) ?? false,
          ...(propagation !== undefined && { propagation }),
          place: { file: mount.file, line: mount.line },
        })
        mounts.set(name, list)
      }
    }
  }
  return mounts
}

function readOnly(uses: readonly Mount[]): Mount[] {
  return uses.map((use) => ({ ...use, readOnly: true }))
}

function projected(pod: PodContext, source: YamlMap): Handed[] {
  const place = { file: source.file, line: source.line }
  const secret = textAt(source, 'secret', 'name')
  const config = textAt(source, 'configMap', 'name')
  const token = at(source, 'serviceAccountToken')
  // A projected token for the API server is the account's token by another way.
  if (token && textAt(token, 'audience') === undefined) pod.state('automountSetting', 'mount', place)
  return [
    ...(secret ? [{ kind: 'Secret' as const, name: secret, asFile: true, place }] : []),
    ...(config ? [{ kind: 'ConfigMap' as const, name: config, asFile: true, place }] : []),
  ]
}

function mountClaim(
  { cluster, key, namespace }: VolumeOwner,
  claim: string,
  uses: readonly Mount[],
  place: Place,
): void {
  const store = cluster.mention('PersistentVolumeClaim', namespace, claim, 'persistent-volume', place)
  addMount(cluster, store, key, uses)
}

function mountHostPath(owner: VolumeOwner, volume: YamlMap, uses: readonly Mount[]): void {
  const { cluster, key, pod } = owner
  const node = at(volume, 'hostPath')
  // One folder, however its path is written.
  const path = (textAt(node, 'path') ?? '').replace(/(?<=.)\/+$/, '')
  const place = placeOf(node, 'path', { file: volume.file, line: volume.line })
  if (path === '') return
  const zone = cluster.clusterKey(place)
  const socket = engineSocketAt(path)
  if (socket) {
    addSocket(owner, socket === 'socket' ? path : `${path.replace(/\/$/, '')}/docker.sock`, place)
    pod.state('mountsDockerSocket', true, place)
    if (socket === 'socket') return
  }
  const store = otherKey('HostPath', path.replace(/^\/+/, '') || '/')
  cluster.out.component({
    key: store,
    type: 'bind-mount',
    name: path,
    parentKey: zone,
    zoneKeys: [zone],
    place,
  })
  cluster.out.fact(store, 'path', path, place)
  cluster.out.fact(store, 'sensitivePath', isSensitivePath(path) || ofCluster.test(path), place)
  addMount(cluster, store, key, uses)
}

function addSocket({ cluster, key }: VolumeOwner, path: string, place: Place): void {
  const zone = cluster.clusterKey(place)
  const socket = otherKey('Socket', path.replace(/^\/run\//, '/var/run/').replace(/^\/+/, ''))
  cluster.out.component({
    key: socket,
    type: 'docker-socket',
    name: path,
    parentKey: zone,
    zoneKeys: [zone],
    place,
  })
  cluster.out.fact(socket, 'path', path, place)
  cluster.out.flow({
    key: cluster.flowKey('docker-api', key, socket),
    type: 'flow-docker-api',
    from: key,
    to: socket,
    place,
  })
}

const passing = new Set(['name', 'emptyDir', 'downwardAPI', 'configMap', 'secret', 'projected', 'gitRepo'])

// Disks of a provider, network file systems and inline CSI volumes, each as a store of its own.
function mountOther(
  owner: VolumeOwner,
  volume: YamlMap,
  name: string,
  uses: readonly Mount[],
  handed: Handed[],
): void {
  const entry = entriesOf(volume).find(({ key }) => !passing.has(key))
  if (!entry) return
  const { cluster, key, namespace } = owner
  const place = { file: entry.file, line: entry.line }
  const driver = textAt(entry.value, 'driver') ?? entry.key
  for (const reference of ['nodePublishSecretRef', 'secretRef']) {
    const secret = textAt(entry.value, reference, 'name')
    if (secret) handed.push({ kind: 'Secret', name: secret, asFile: true, place })
  }
  if (/secrets-store/.test(driver)) {
    addSecretStore(owner, entry.value, place)
    return
  }
  const zone = cluster.zoneOf({ namespace, place })
  const store = otherKey('Volume', namespace, owner.name, name)
  cluster.out.component({
    key: store,
    type: 'persistent-volume',
    name: `${name} (${driver})`,
    parentKey: zone,
    zoneKeys: [zone],
    place,
  })
  cluster.out.fact(store, 'hostPathBacked', false, place)
  addMount(cluster, store, key, booleanOf(at(entry.value, 'readOnly')) === true ? readOnly(uses) : uses)
}

// Secrets that a driver fetches from outside: the way from the store to the workload is what counts.
function addSecretStore({ cluster, key, namespace }: VolumeOwner, node: YamlNode, place: Place): void {
  const provider = textAt(node, 'volumeAttributes', 'secretProviderClass') ?? 'secrets-store'
  const store = objectKey('SecretProviderClass', namespace, provider)
  const zone = cluster.zoneOf({ namespace, place })
  cluster.out.component({
    key: store,
    type: 'secret-manager',
    name: provider,
    parentKey: zone,
    zoneKeys: [zone],
    place,
  })
  const flow = cluster.out.flow({
    key: cluster.flowKey('secret', store, key),
    type: 'flow-secret',
    from: store,
    to: key,
    place,
  })
  cluster.out.fact(flow, 'usedAsFile', true, place)
}

const propagations: Readonly<Record<string, string>> = {
  Bidirectional: 'shared',
  HostToContainer: 'slave',
  None: 'private',
}

// Mounted by several containers, it is read-only only if it is so in each.
function addMount({ out, flowKey }: Cluster, store: string, workload: string, uses: readonly Mount[]): void {
  const decisive =
    uses.find(({ readOnly }) => readOnly === false) ??
    uses.find(({ readOnly }) => readOnly === null) ??
    uses[0]
  if (!decisive) return
  const flow = out.flow({
    key: flowKey('volume', store, workload),
    type: 'flow-volume',
    from: store,
    to: workload,
    both: decisive.readOnly === false,
    place: decisive.place,
  })
  const before = out.factOf(flow, 'readOnly')
  if (!before || (before.value === true && decisive.readOnly !== true))
    out.replaceFact(flow, 'readOnly', decisive.readOnly, decisive.place)
  const shared = uses.find(({ propagation }) => propagation !== undefined && propagation !== 'None')
  if (shared?.propagation && Object.hasOwn(propagations, shared.propagation))
    out.fact(flow, 'mountPropagation', propagations[shared.propagation], shared.place)
}
