import type { Cluster } from '@/lib/importers/kubernetes/cluster'
import { stateTogether } from '@/lib/importers/kubernetes/cluster-config'
import { placeOf, switchOf } from '@/lib/importers/kubernetes/containers'
import {
  addPart,
  type ControlPart,
  noteCloudProvider,
  partKey,
} from '@/lib/importers/kubernetes/control-plane'
import { type Flags, flagsIn } from '@/lib/importers/kubernetes/flags'
import { stateKubeletFlags } from '@/lib/importers/kubernetes/kubelet-flags'
import { at, entryOf, textAt } from '@/lib/importers/kubernetes/node-path'
import type { Place } from '@/lib/importers/kubernetes/object'
import { itemsOf, toScalarText, type YamlMap, type YamlNode } from '@/lib/importers/yaml/yaml-node'

const RKE_PARTS: readonly [service: string, part: ControlPart][] = [
  ['kube-api', 'kube-apiserver'],
  ['etcd', 'etcd'],
  ['kube-controller', 'kube-controller-manager'],
  ['scheduler', 'kube-scheduler'],
  ['kubelet', 'kubelet'],
  ['kubeproxy', 'kube-proxy'],
]

/** What RKE sets on kubelets by itself. */
const KUBELET: Readonly<Record<string, string>> = {
  'anonymous-auth': 'false',
  'authorization-mode': 'Webhook',
  'client-ca-file': '/etc/kubernetes/ssl/kube-ca.pem',
  'event-qps': '0',
  'read-only-port': '0',
  'streaming-connection-idle-timeout': '30m',
}

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
    const flags: Flags = new Map([
      ...flagsIn(at(node, 'extra_args')),
      ...flagsIn(at(node, 'extra_args_array')),
    ])
    if (part === 'kubelet' || part === 'kube-proxy') {
      const key = addPart(cluster, part, where)
      if (part === 'kubelet') stateRkeKubelet(cluster, key, { node, flags, place: where })
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
  if (textAt(body, 'cloud_provider', 'name'))
    noteCloudProvider(cluster, placeOf(body, 'cloud_provider', place))
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

type Kubelet = { node: YamlNode | undefined; flags: Flags; place: Place }

function stateRkeKubelet(cluster: Cluster, key: string, { node, flags, place }: Kubelet): void {
  const { out, skipped } = cluster
  out.fact(key, 'declared', true, place)
  const all: Flags = new Map(Object.entries(KUBELET).map(([flag, value]) => [flag, { value, place }]))
  for (const [flag, found] of flags) all.set(flag, found)
  stateKubeletFlags(cluster, key, all)
  const serving = switchOf(node, 'generate_serving_certificate')
  if (serving) out.replaceFact(key, 'servingCert', serving.value, serving.place)
  const binds = entryOf(node, 'extra_binds')
  if (binds)
    skipped.push({
      file: binds.file,
      line: binds.line,
      what: 'extra_binds of the kubelet',
      why: 'Folders that are given to the kubelet are not drawn: it has the whole node without them.',
    })
}
