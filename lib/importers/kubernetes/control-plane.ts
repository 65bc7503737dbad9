import type { Cluster } from '@/lib/importers/kubernetes/cluster'
import { readContainers } from '@/lib/importers/kubernetes/containers'
import { type Flags, flagsOf } from '@/lib/importers/kubernetes/flags'
import { WEAK_CIPHERS } from '@/lib/importers/kubernetes/kubelet-flags'
import { at, booleanOf } from '@/lib/importers/kubernetes/node-path'
import { type KubernetesObject, otherKey, type Place } from '@/lib/importers/kubernetes/object'
import { addImage } from '@/lib/importers/kubernetes/pod-image'
import { itemsOf, toScalarText } from '@/lib/importers/yaml/yaml-node'

export type ControlPart =
  | 'kube-apiserver'
  | 'etcd'
  | 'kube-controller-manager'
  | 'kube-scheduler'
  | 'cloud-controller-manager'
  | 'kubelet'
  | 'kube-proxy'

const NAMES: Readonly<Record<ControlPart, string>> = {
  'kube-apiserver': 'API server',
  etcd: 'etcd',
  'kube-controller-manager': 'Controller manager',
  'kube-scheduler': 'Scheduler',
  'cloud-controller-manager': 'Cloud controller manager',
  kubelet: 'Kubelet',
  'kube-proxy': 'kube-proxy',
}

/** The part of the control plane that a pod runs, by its command or image; undefined for any other pod. */
export function controlPartOf({ kind, namespace, body }: KubernetesObject): ControlPart | undefined {
  if (kind !== 'Pod') return undefined
  // A manifest on a node's disk may leave its namespace out; a pod of anybody's that runs etcd is none.
  const isOnNode = namespace === 'default' && booleanOf(at(body, 'spec', 'hostNetwork')) === true
  if (namespace !== 'kube-system' && !isOnNode) return undefined
  const [container] = readContainers(at(body, 'spec'))
  if (!container) return undefined
  const command = toScalarText(itemsOf(at(container.body, 'command'))[0]) ?? ''
  const program = command.slice(command.lastIndexOf('/') + 1)
  const image = toScalarText(at(container.body, 'image')) ?? ''
  const named = (part: string) =>
    program === part || (program === '' && new RegExp(`(^|/)(hyperkube-)?${part}(:|@|$)`).test(image))
  return (Object.keys(NAMES) as ControlPart[])
    .filter((part) => part !== 'kubelet' && part !== 'kube-proxy')
    .find(named)
}

/** Natural key of a part that is known without a manifest of its own. */
export function partKey(part: ControlPart): string {
  return otherKey('ControlPlane', part)
}

/** Adds the boundary of the control plane. */
export function planeKey(cluster: Cluster, place: Place): string {
  const zone = cluster.clusterKey(place)
  const key = otherKey('ControlPlane', 'control-plane')
  cluster.out.component({
    key,
    type: 'control-plane',
    name: 'Control plane',
    parentKey: zone,
    zoneKeys: [zone],
    place,
  })
  return key
}

/** Adds a part of the control plane; `place` is where it is first spoken of. */
export function addPart(cluster: Cluster, part: ControlPart, place: Place): string {
  const key = partKey(part)
  if (cluster.out.has(key)) return key
  const zone =
    part === 'kubelet' || part === 'kube-proxy' ? cluster.clusterKey(place) : planeKey(cluster, place)
  return cluster.out.component({
    key,
    type: part,
    name: NAMES[part],
    parentKey: zone,
    zoneKeys: [zone],
    place,
  })
}

/** Adds the cloud controller manager, for a cluster that says it leaves its cloud to one. */
export function noteCloudProvider(cluster: Cluster, place: Place): void {
  addPart(cluster, 'cloud-controller-manager', place)
}

/** Reads the manifest of a part of the control plane: its flags decide how the cluster is guarded. */
export function readControlPart(cluster: Cluster, object: KubernetesObject, part: ControlPart): void {
  if (cluster.out.factOf(partKey(part), 'declared')) {
    cluster.skip(object, 'Another copy of this part of the control plane was read already.')
    return
  }
  const key = addPart(cluster, part, object.place)
  cluster.partOf.set(object.key, key)
  // Providers keep these manifests to themselves: whoever has one runs the control plane.
  if (part !== 'cloud-controller-manager')
    cluster.out.fact(cluster.clusterKey(object.place), 'managed', false, object.place)
  cluster.out.fact(key, 'declared', part === 'cloud-controller-manager' ? undefined : true, object.place)
  const containers = readContainers(at(object.body, 'spec'))
  for (const container of containers) {
    const text = toScalarText(at(container.body, 'image'))
    const image = text === undefined ? undefined : cluster.images.of(text)
    if (image) addImage(cluster, { image, place: container.place }, key)
  }
  const [main] = containers
  if (main) stateFlags(cluster, part, key, flagsOf(main))
}

/** States what flags say of a part. What they leave out has the default of the catalogue. */
export function stateFlags(cluster: Cluster, part: ControlPart, key: string, flags: Flags): void {
  const state: FlagState = {
    flags,
    fact: (attribute, value, place) => cluster.out.fact(key, attribute, value, place),
  }
  const provider = flags.get('cloud-provider')
  if (provider?.value === 'external') noteCloudProvider(cluster, provider.place)
  if (part === 'kube-apiserver') stateApiServer(state)
  else if (part === 'etcd') stateEtcd(state)
  else if (part === 'kube-controller-manager') stateControllerManager(state)
  else if (part === 'kube-scheduler') stateListening(state)
}

type FlagState = {
  flags: Flags
  fact(attribute: string, value: boolean | string[] | undefined, place: Place): void
}

const isOn = (value: string) => !/^(false|0|no)$/i.test(value)

function when(
  { flags, fact }: FlagState,
  flag: string,
  attribute: string,
  read: (value: string) => boolean | string[],
): void {
  const found = flags.get(flag)
  if (found) fact(attribute, read(found.value), found.place)
}

const list = (value: string) =>
  value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => /^[\w.:/-]{1,80}$/.test(item))
const isNamed = (value: string) => value.trim() !== ''

function stateApiServer(state: FlagState): void {
  const { flags, fact } = state
  when(state, 'anonymous-auth', 'anonymousAuth', isOn)
  when(state, 'authorization-mode', 'authorizationModes', list)
  when(state, 'insecure-port', 'insecurePort', (value) => value !== '0')
  if (!flags.has('insecure-port')) when(state, 'insecure-bind-address', 'insecurePort', isNamed)
  when(state, 'enable-admission-plugins', 'admissionPlugins', list)
  when(state, 'enable-admission-plugins', 'nodeRestriction', (value) =>
    list(value).includes('NodeRestriction'),
  )
  when(state, 'disable-admission-plugins', 'disabledPlugins', list)
  when(state, 'encryption-provider-config', 'encryptionProvider', isNamed)
  const path = flags.get('audit-log-path') ?? flags.get('audit-webhook-config-file')
  const policy = flags.get('audit-policy-file')
  if (path) fact('auditLog', policy !== undefined, policy ? path.place : path.place)
  when(state, 'kubelet-certificate-authority', 'kubeletCA', isNamed)
  when(state, 'kubelet-client-certificate', 'kubeletClientCert', isNamed)
  when(state, 'etcd-certfile', 'etcdTls', isNamed)
  for (const flag of ['token-auth-file', 'basic-auth-file']) when(state, flag, 'staticTokenOrBasic', isNamed)
  when(state, 'oidc-issuer-url', 'singleSignOn', isNamed)
  when(state, 'profiling', 'profiling', isOn)
  when(state, 'service-account-lookup', 'saLookup', isOn)
  when(state, 'service-account-key-file', 'saKeysSeparate', isNamed)
  const plugins = flags.get('enable-admission-plugins')
  if (plugins) {
    const names = list(plugins.value)
    if (names.includes('DenyServiceExternalIPs')) fact('denyExternalIPs', true, plugins.place)
    if (names.includes('EventRateLimit')) fact('requestLimits', true, plugins.place)
  }
  const least = flags.get('tls-min-version')
  if (least?.value === 'VersionTLS13') fact('strongCiphers', true, least.place)
  const ciphers = flags.get('tls-cipher-suites')
  if (ciphers)
    fact(
      'strongCiphers',
      list(ciphers.value).every((name) => !WEAK_CIPHERS.test(name)),
      ciphers.place,
    )
  const authentication = flags.get('authentication-config')
  if (authentication) fact('anonymousLimited', undefined, authentication.place)
}

function stateEtcd(state: FlagState): void {
  const { flags, fact } = state
  when(state, 'client-cert-auth', 'clientCertAuth', isOn)
  when(state, 'cert-file', 'tls', isNamed)
  const peer = flags.get('peer-client-cert-auth')
  if (peer) fact('peerTls', isOn(peer.value) && flags.has('peer-cert-file'), peer.place)
  for (const flag of ['auto-tls', 'peer-auto-tls']) {
    const found = flags.get(flag)
    if (found && isOn(found.value)) fact('autoTls', true, found.place)
  }
  const trusted = flags.get('trusted-ca-file')
  if (trusted) fact('uniqueCA', /etcd/.test(trusted.value), trusted.place)
  const listen = flags.get('listen-client-urls')
  if (listen) {
    const hosts = listen.value
      .split(',')
      .map((url) => /^\w+:\/\/(\[[^\]]*\]|[^:/]*)/.exec(url.trim())?.[1] ?? '')
    const isLocal = hosts.every((host) => /^(127\.|localhost$|\[::1\]$)/.test(host))
    if (isLocal || hosts.includes('0.0.0.0')) fact('networkExposed', !isLocal, listen.place)
  }
}

function stateControllerManager(state: FlagState): void {
  stateListening(state)
  when(state, 'use-service-account-credentials', 'useSaCredentials', isOn)
  when(state, 'service-account-private-key-file', 'saKeysSeparate', isNamed)
  when(
    state,
    'terminated-pod-gc-threshold',
    'gcThreshold',
    (value) => Number(value) > 0 && Number(value) <= 12_500,
  )
}

function stateListening(state: FlagState): void {
  when(state, 'profiling', 'profiling', isOn)
  for (const flag of ['bind-address', 'address'])
    when(state, flag, 'bindLocalhost', (value) => /^(127\.|localhost$|::1$)/.test(value))
}
