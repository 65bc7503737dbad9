import type { Cluster } from '@/lib/importers/kubernetes/cluster'
import { placeOf, switchOf } from '@/lib/importers/kubernetes/containers'
import { addPart, type ControlPart, partKey, stateFlags } from '@/lib/importers/kubernetes/control-plane'
import { type Flags, flagsIn } from '@/lib/importers/kubernetes/flags'
import { stateKubeletFlags, WEAK_CIPHERS } from '@/lib/importers/kubernetes/kubelet-flags'
import { at, numberOf, textAt } from '@/lib/importers/kubernetes/node-path'
import type { KubernetesObject, Place } from '@/lib/importers/kubernetes/object'
import { itemsOf, toScalarText, type YamlNode } from '@/lib/importers/yaml/yaml-node'

/** Reads the kubelet's configuration file. */
export function readKubeletConfig(cluster: Cluster, object: KubernetesObject): void {
  const key = begin(cluster, object, 'kubelet')
  if (key === undefined) return
  const { out } = cluster
  const { body, place } = object
  const settings: [attribute: string, path: string[]][] = [
    ['anonymousAuth', ['authentication', 'anonymous', 'enabled']],
    ['protectKernelDefaults', ['protectKernelDefaults']],
    ['rotateCertificates', ['rotateCertificates']],
    ['seccompDefault', ['seccompDefault']],
  ]
  for (const [attribute, path] of settings) {
    const parent = at(body, ...path.slice(0, -1))
    const setting = switchOf(path.length > 1 ? parent : body, path.at(-1) as string)
    if (setting) out.fact(key, attribute, setting.value, setting.place)
  }
  const mode = textAt(body, 'authorization', 'mode')
  if (mode) out.fact(key, 'authorizationModes', [mode], placeOf(at(body, 'authorization'), 'mode', place))
  const readOnly = numberOf(at(body, 'readOnlyPort'))
  if (readOnly !== undefined)
    out.fact(key, 'readOnlyPort', readOnly > 0, placeOf(body, 'readOnlyPort', place))
  const clientCa = textAt(body, 'authentication', 'x509', 'clientCAFile')
  if (clientCa)
    out.fact(key, 'clientCA', true, placeOf(at(body, 'authentication', 'x509'), 'clientCAFile', place))
  const serving = textAt(body, 'tlsCertFile') !== undefined
  const bootstrap = switchOf(body, 'serverTLSBootstrap')
  if (serving || bootstrap?.value === true)
    out.fact(key, 'servingCert', true, bootstrap?.place ?? placeOf(body, 'tlsCertFile', place))
  const pids = numberOf(at(body, 'podPidsLimit'))
  if (pids !== undefined) out.fact(key, 'podPidsLimit', pids > 0, placeOf(body, 'podPidsLimit', place))
  const events = numberOf(at(body, 'eventRecordQPS'))
  if (events !== undefined)
    out.fact(key, 'eventsRecorded', events === 0 || events >= 5, placeOf(body, 'eventRecordQPS', place))
  const idle = textAt(body, 'streamingConnectionIdleTimeout')
  if (idle !== undefined)
    out.fact(
      key,
      'streamingTimeout',
      !/^0[a-z]*$/.test(idle),
      placeOf(body, 'streamingConnectionIdleTimeout', place),
    )
  const manifests = textAt(body, 'staticPodURL')
  if (manifests) out.fact(key, 'webManifest', true, placeOf(body, 'staticPodURL', place))
  const ciphers = itemsOf(at(body, 'tlsCipherSuites')).flatMap((item) => toScalarText(item) ?? [])
  if (ciphers.length > 0)
    out.fact(
      key,
      'strongCiphers',
      ciphers.every((name) => !WEAK_CIPHERS.test(name)),
      placeOf(body, 'tlsCipherSuites', place),
    )
}

/** Reads the configuration of kube-proxy. */
export function readProxyConfig(cluster: Cluster, object: KubernetesObject): void {
  const key = begin(cluster, object, 'kube-proxy', false)
  if (key === undefined) return
  const metrics = textAt(object.body, 'metricsBindAddress')
  if (metrics)
    cluster.out.fact(
      key,
      'bindLocalhost',
      /^(127\.|localhost|\[?::1)/.test(metrics),
      placeOf(object.body, 'metricsBindAddress', object.place),
    )
}

function begin(
  cluster: Cluster,
  object: KubernetesObject,
  part: ControlPart,
  declares = true,
): string | undefined {
  if (cluster.configs.has(part)) {
    cluster.skip(object, 'Another configuration of this part was read already.')
    return undefined
  }
  cluster.configs.add(part)
  const key = addPart(cluster, part, object.place)
  cluster.partOf.set(object.key, key)
  if (declares) cluster.out.fact(key, 'declared', true, object.place)
  return key
}

// What kubeadm sets by itself, unless its configuration says otherwise.
const KUBEADM: readonly [part: ControlPart, flags: Readonly<Record<string, string>>][] = [
  [
    'kube-apiserver',
    {
      'authorization-mode': 'Node,RBAC',
      'enable-admission-plugins': 'NodeRestriction',
      'kubelet-client-certificate': '/etc/kubernetes/pki/apiserver-kubelet-client.crt',
      'etcd-certfile': '/etc/kubernetes/pki/apiserver-etcd-client.crt',
      'service-account-key-file': '/etc/kubernetes/pki/sa.pub',
    },
  ],
  [
    'etcd',
    {
      'client-cert-auth': 'true',
      'cert-file': '/etc/kubernetes/pki/etcd/server.crt',
      'peer-client-cert-auth': 'true',
      'peer-cert-file': '/etc/kubernetes/pki/etcd/peer.crt',
      'trusted-ca-file': '/etc/kubernetes/pki/etcd/ca.crt',
    },
  ],
  [
    'kube-controller-manager',
    {
      'bind-address': '127.0.0.1',
      'use-service-account-credentials': 'true',
      'service-account-private-key-file': '/etc/kubernetes/pki/sa.key',
    },
  ],
  ['kube-scheduler', { 'bind-address': '127.0.0.1' }],
]

/** Reads kubeadm's ClusterConfiguration: the flags that it adds to those which kubeadm always sets. */
export function readKubeadm(cluster: Cluster, object: KubernetesObject): void {
  const { body, place } = object
  if (object.kind !== 'ClusterConfiguration') {
    readJoining(cluster, object)
    return
  }
  const given: Readonly<Record<string, YamlNode | undefined>> = {
    'kube-apiserver': at(body, 'apiServer', 'extraArgs'),
    etcd: at(body, 'etcd', 'local', 'extraArgs'),
    'kube-controller-manager': at(body, 'controllerManager', 'extraArgs'),
    'kube-scheduler': at(body, 'scheduler', 'extraArgs'),
  }
  for (const [part, always] of KUBEADM) {
    if (part === 'etcd' && at(body, 'etcd', 'external')) continue
    stateTogether(cluster, part, always, flagsIn(given[part]), place)
  }
  cluster.partOf.set(object.key, partKey('kube-apiserver'))
}

// How a node joins; of the cluster it says only the flags of the node's kubelet.
function readJoining(cluster: Cluster, object: KubernetesObject): void {
  const args = at(object.body, 'nodeRegistration', 'kubeletExtraArgs')
  const flags = flagsIn(args)
  const [first] = flags.values()
  const isFirst = !cluster.configs.has('kubelet-flags')
  if (first && isFirst && stateKubeletFlags(cluster, addPart(cluster, 'kubelet', first.place), flags) > 0) {
    cluster.configs.add('kubelet-flags')
    return
  }
  cluster.skip(
    object,
    first && !isFirst
      ? 'Another node says the flags of the kubelet already.'
      : 'It says how a node joins. What it says of the cluster stands in ClusterConfiguration.',
  )
}

/** States the flags of a part of the control plane: those that are always set, and those given in their place. */
export function stateTogether(
  cluster: Cluster,
  part: ControlPart,
  always: Readonly<Record<string, string>>,
  given: Flags,
  place: Place,
): void {
  const flags: Flags = new Map(Object.entries(always).map(([flag, value]) => [flag, { value, place }]))
  for (const [flag, found] of given) flags.set(flag, found)
  const key = addPart(cluster, part, place)
  cluster.out.fact(key, 'declared', true, place)
  stateFlags(cluster, part, key, flags)
}
