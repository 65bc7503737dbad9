import type { Cluster } from '@/lib/importers/kubernetes/cluster'
import { placeOf, switchOf } from '@/lib/importers/kubernetes/containers'
import { addPart, type ControlPart, partKey, stateFlags } from '@/lib/importers/kubernetes/control-plane'
import { type Flags, flagsIn } from '@/lib/importers/kubernetes/flags'
import { at, numberOf, textAt } from '@/lib/importers/kubernetes/node-path'
import type { KubernetesObject, Place } from '@/lib/importers/kubernetes/object'
import { itemsOf, toScalarText, type YamlMap, type YamlNode } from '@/lib/importers/yaml/yaml-node'

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
      ciphers.every((name) => !/RC4|3DES|_CBC_|^TLS_RSA_/.test(name)),
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
    cluster.skip(
      object,
      'It says how a node joins. What it says of the cluster stands in ClusterConfiguration.',
    )
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

function stateTogether(
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

const RKE_PARTS: readonly [service: string, part: ControlPart][] = [
  ['kube-api', 'kube-apiserver'],
  ['etcd', 'etcd'],
  ['kube-controller', 'kube-controller-manager'],
  ['scheduler', 'kube-scheduler'],
  ['kubelet', 'kubelet'],
  ['kubeproxy', 'kube-proxy'],
]

// What RKE sets by itself.
const RKE: Readonly<Partial<Record<ControlPart, Readonly<Record<string, string>>>>> = {
  'kube-apiserver': {
    'authorization-mode': 'Node,RBAC',
    'enable-admission-plugins': 'NodeRestriction',
    'anonymous-auth': 'false',
    'kubelet-client-certificate': '/etc/kubernetes/ssl/kube-apiserver.pem',
    'etcd-certfile': '/etc/kubernetes/ssl/kube-node.pem',
    'service-account-key-file': '/etc/kubernetes/ssl/kube-service-account-token-key.pem',
    profiling: 'false',
  },
  etcd: {
    'client-cert-auth': 'true',
    'cert-file': '/etc/kubernetes/ssl/kube-etcd.pem',
    'peer-client-cert-auth': 'true',
    'peer-cert-file': '/etc/kubernetes/ssl/kube-etcd.pem',
  },
  'kube-controller-manager': { 'use-service-account-credentials': 'true', profiling: 'false' },
  'kube-scheduler': { profiling: 'false' },
}

/** Reads RKE's cluster.yml: nodes with their roles, and the flags of the control plane's parts. */
export function readRke(cluster: Cluster, body: YamlMap): void {
  const place = { file: body.file, line: body.line }
  const { out } = cluster
  const services = at(body, 'services')
  for (const [service, part] of RKE_PARTS) {
    const node = at(services, service)
    const where = placeOf(services, service, place)
    const flags = flagsIn(at(node, 'extra_args'))
    if (part === 'kubelet' || part === 'kube-proxy') {
      const key = addPart(cluster, part, where)
      if (part === 'kubelet') stateRkeKubelet(cluster, key, flags)
      continue
    }
    const always = { ...(RKE[part] ?? {}) }
    stateTogether(cluster, part, always, flags, where)
    const key = partKey(part)
    if (part === 'kube-apiserver') stateRkeApi(cluster, key, node)
    if (part === 'etcd') {
      const backup = switchOf(at(node, 'backup_config'), 'enabled') ?? switchOf(node, 'snapshot')
      if (backup) out.fact(key, 'backup', backup.value === true ? null : backup.value, backup.place)
    }
  }
  const nodes = itemsOf(at(body, 'nodes'))
  const planes = nodes.filter((node) =>
    itemsOf(at(node, 'role')).some((role) => toScalarText(role) === 'controlplane'),
  )
  const zone = cluster.clusterKey(place)
  const plane = out.component({
    key: 'ControlPlane/control-plane',
    type: 'control-plane',
    name: 'Control plane',
    parentKey: zone,
    zoneKeys: [zone],
    place,
  })
  if (nodes.length > 0) out.fact(plane, 'highlyAvailable', planes.length >= 3, placeOf(body, 'nodes', place))
  for (const [index, node] of nodes.entries()) {
    const name =
      textAt(node, 'hostname_override') ??
      textAt(node, 'internal_address') ??
      textAt(node, 'address') ??
      `node-${index + 1}`
    const key = out.component({
      key: `Node/${encodeURIComponent(name).slice(0, 200)}`,
      type: 'node',
      name,
      parentKey: zone,
      zoneKeys: [zone],
      place: node,
    })
    if (textAt(node, 'ssh_key_path') || textAt(body, 'ssh_key_path'))
      out.fact(key, 'sshPasswordLogin', null, node)
  }
  const authorization = textAt(body, 'authorization', 'mode')
  if (authorization === 'none')
    out.replaceFact(
      partKey('kube-apiserver'),
      'authorizationModes',
      ['AlwaysAllow'],
      placeOf(at(body, 'authorization'), 'mode', place),
    )
}

function stateRkeApi({ out }: Cluster, key: string, node: YamlNode | undefined): void {
  const encryption = switchOf(at(node, 'secrets_encryption_config'), 'enabled')
  if (encryption) out.fact(key, 'encryptionProvider', encryption.value, encryption.place)
  const audit = switchOf(at(node, 'audit_log'), 'enabled')
  if (audit) out.fact(key, 'auditLog', audit.value, audit.place)
  const limit = switchOf(at(node, 'event_rate_limit'), 'enabled')
  if (limit) out.fact(key, 'requestLimits', limit.value, limit.place)
  const policies = switchOf(node, 'pod_security_policy')
  if (policies?.value)
    out.fact(key, 'admissionPlugins', ['NodeRestriction', 'PodSecurityPolicy'], policies.place)
}

function stateRkeKubelet({ out }: Cluster, key: string, flags: Flags): void {
  const on = (flag: string, attribute: string, read: (value: string) => boolean) => {
    const found = flags.get(flag)
    if (found) out.fact(key, attribute, read(found.value), found.place)
  }
  const isOn = (value: string) => !/^(false|0)$/i.test(value)
  on('anonymous-auth', 'anonymousAuth', isOn)
  on('read-only-port', 'readOnlyPort', (value) => value !== '0')
  on('protect-kernel-defaults', 'protectKernelDefaults', isOn)
  on('streaming-connection-idle-timeout', 'streamingTimeout', (value) => !/^0[a-z]*$/.test(value))
  on('feature-gates', 'rotateCertificates', (value) => /RotateKubeletServerCertificate=true/.test(value))
  on('client-ca-file', 'clientCA', (value) => value !== '')
}
