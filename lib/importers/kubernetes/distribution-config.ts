import type { Cluster } from '@/lib/importers/kubernetes/cluster'
import { stateTogether } from '@/lib/importers/kubernetes/cluster-config'
import { placeOf, switchOf } from '@/lib/importers/kubernetes/containers'
import {
  addPart,
  type ControlPart,
  noteCloudProvider,
  partKey,
  planeKey,
} from '@/lib/importers/kubernetes/control-plane'
import { type Flags, flagsOfList } from '@/lib/importers/kubernetes/flags'
import { stateKubeletFlags } from '@/lib/importers/kubernetes/kubelet-flags'
import { at, booleanOf, entryOf, textAt } from '@/lib/importers/kubernetes/node-path'
import type { Place } from '@/lib/importers/kubernetes/object'
import { entriesOf, type YamlMap } from '@/lib/importers/yaml/yaml-node'

type Always = Readonly<Record<string, string>>

// What both set by themselves, unless their configuration says otherwise.
const ALWAYS: Readonly<Partial<Record<ControlPart, Always>>> = {
  'kube-apiserver': {
    'anonymous-auth': 'false',
    'authorization-mode': 'Node,RBAC',
    'enable-admission-plugins': 'NodeRestriction',
    'kubelet-certificate-authority': 'server-ca.crt',
    'kubelet-client-certificate': 'client-kube-apiserver.crt',
    'service-account-key-file': 'service.key',
    profiling: 'false',
  },
  'kube-controller-manager': {
    'bind-address': '127.0.0.1',
    'use-service-account-credentials': 'true',
    'service-account-private-key-file': 'service.key',
    profiling: 'false',
  },
  'kube-scheduler': { 'bind-address': '127.0.0.1', profiling: 'false' },
  etcd: {
    'client-cert-auth': 'true',
    'cert-file': 'server-client.crt',
    'peer-client-cert-auth': 'true',
    'peer-cert-file': 'peer-server-client.crt',
  },
}
const KUBELET: Always = {
  'anonymous-auth': 'false',
  'authorization-mode': 'Webhook',
  'client-ca-file': 'client-ca.crt',
  'read-only-port': '0',
  'tls-cert-file': 'serving-kubelet.crt',
}

const ARGUMENTS: readonly [setting: string, part: ControlPart][] = [
  ['kube-apiserver-arg', 'kube-apiserver'],
  ['kube-controller-manager-arg', 'kube-controller-manager'],
  ['kube-scheduler-arg', 'kube-scheduler'],
  ['etcd-arg', 'etcd'],
]

/** Settings that only a server has: a file without any of them is an agent's, and speaks of its node alone. */
const OF_SERVERS =
  /^(kube-(apiserver|controller-manager|scheduler|cloud-controller-manager)-arg|etcd-.*|secrets-encryption|write-kubeconfig.*|cluster-init|tls-san|cluster-cidr|service-cidr|disable|disable-.*|datastore-endpoint|cni|flannel-backend|audit-policy-file|pod-security-admission-config-file)\+?$/

/**
 * Reads the config.yaml of RKE2 or K3s: the flags that it adds to those which they always set, and their own settings. Tokens
 * and addresses of databases in it are not looked at.
 */
export function readDistribution(cluster: Cluster, body: YamlMap): void {
  const place = { file: body.file, line: body.line }
  const settings = new Settings(body, place)
  readKubelet(cluster, settings)
  if (entriesOf(body).some(({ key }) => OF_SERVERS.test(key))) readServer(cluster, settings)
  for (const [setting, why] of LEFT_OUT) {
    const entry = settings.entry(setting)
    if (entry) cluster.skipped.push({ file: entry.file, line: entry.line, what: setting, why })
  }
}

const LEFT_OUT: readonly [setting: string, why: string][] = [
  ['disable', 'Add-ons that are switched off are not drawn, nor are those that come with the cluster.'],
  ['pod-security-admission-config-file', 'The file that it names says it; import that file.'],
  ['disable-network-policy', 'The network plug-in that comes with the cluster is not drawn.'],
]

class Settings {
  constructor(
    readonly body: YamlMap,
    readonly place: Place,
  ) {}

  /** A setting, also one that adds to another file's. */
  entry(name: string) {
    return entryOf(this.body, name) ?? entryOf(this.body, `${name}+`)
  }

  flags(name: string): Flags {
    return flagsOfList(this.entry(name)?.value)
  }

  /** Which of the two it is for, where a setting or the folder tells. */
  isRke2(): boolean | undefined {
    if (/rke2/i.test(this.place.file) || at(this.body, 'cni') || at(this.body, 'profile')) return true
    return /k3s/i.test(this.place.file) || at(this.body, 'flannel-backend') ? false : undefined
  }
}

function readKubelet(cluster: Cluster, settings: Settings): void {
  const { body, place } = settings
  const key = addPart(cluster, 'kubelet', settings.entry('kubelet-arg') ?? place)
  const flags: Flags = new Map(Object.entries(KUBELET).map(([flag, value]) => [flag, { value, place }]))
  const protect = switchOf(body, 'protect-kernel-defaults')
  const profile = /^cis/.test(textAt(body, 'profile') ?? '')
  if (profile) flags.set('protect-kernel-defaults', { value: 'true', place: placeOf(body, 'profile', place) })
  if (protect) flags.set('protect-kernel-defaults', { value: String(protect.value), place: protect.place })
  for (const [flag, found] of settings.flags('kubelet-arg')) flags.set(flag, found)
  cluster.out.fact(key, 'declared', true, place)
  stateKubeletFlags(cluster, key, flags)
}

function readServer(cluster: Cluster, settings: Settings): void {
  const { out } = cluster
  const { body, place } = settings
  const isRke2 = settings.isRke2()
  // K3s keeps its state in a file or another database unless it is told to start etcd.
  const hasEtcd =
    isRke2 === true ||
    booleanOf(at(body, 'cluster-init')) === true ||
    settings.entry('etcd-arg') !== undefined
  out.fact(cluster.clusterKey(place), 'managed', false, place)
  for (const [setting, part] of ARGUMENTS) {
    if (part === 'etcd' && !hasEtcd) continue
    const always = { ...ALWAYS[part] }
    if (part === 'kube-apiserver' && hasEtcd) always['etcd-certfile'] = 'client.crt'
    if (part === 'kube-apiserver' && isRke2) always['encryption-provider-config'] = 'encryption-config.json'
    stateTogether(cluster, part, always, settings.flags(setting), place)
  }
  const api = partKey('kube-apiserver')
  const encryption = switchOf(body, 'secrets-encryption')
  if (encryption) out.replaceFact(api, 'encryptionProvider', encryption.value, encryption.place)
  const audit = textAt(body, 'audit-policy-file')
  if (audit) out.replaceFact(api, 'auditLog', true, placeOf(body, 'audit-policy-file', place))
  if (/^cis/.test(textAt(body, 'profile') ?? ''))
    out.fact(cluster.clusterKey(place), 'podSecurityEnforce', 'restricted', placeOf(body, 'profile', place))
  const withoutBackup = switchOf(body, 'etcd-disable-snapshots')
  if (hasEtcd && withoutBackup?.value) out.fact(partKey('etcd'), 'backup', false, withoutBackup.place)
  const mode = textAt(body, 'write-kubeconfig-mode')
  // The administrator's credentials; that this one file is closed does not yet say so of the others.
  if (mode !== undefined && isOpenToOthers(mode))
    out.fact(planeKey(cluster, place), 'filePermsOk', false, placeOf(body, 'write-kubeconfig-mode', place))
  const cloud = settings.entry('kube-cloud-controller-manager-arg') ?? settings.entry('cloud-provider-name')
  if (cloud) noteCloudProvider(cluster, cloud)
}

/** Whether a mode lets more than the owner in. Without quotes, YAML may have made a number of its octal digits. */
function isOpenToOthers(mode: string): boolean {
  const text = mode === '420' ? '644' : mode === '384' ? '600' : mode
  const digits = /^(?:0o?)?([0-7]{3})$/.exec(text)?.[1]
  return digits !== undefined && !digits.endsWith('00')
}
