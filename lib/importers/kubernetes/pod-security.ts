import {
  type Container,
  type PodContext,
  placeOf,
  settingOf,
  stateAny,
  stateEvery,
  switchOf,
} from '@/lib/importers/kubernetes/containers'
import { at, booleanOf, entryOf, isTemplate, numberOf, textAt } from '@/lib/importers/kubernetes/node-path'
import type { Place } from '@/lib/importers/kubernetes/object'
import { mapsOf } from '@/lib/importers/kubernetes/read-objects'
import { entriesOf, itemsOf, toScalarText } from '@/lib/importers/yaml/yaml-node'

/** Reads what the containers of a pod may do: user, capabilities, profiles and namespaces. */
export function readSecurity(pod: PodContext): void {
  stateAny(pod, 'privileged', ({ security }) => switchOf(security, 'privileged'))
  stateAny(pod, 'windowsHostProcess', (container) => {
    const setting = settingOf(pod, container, 'windowsOptions')
    return setting && switchOf(setting.node, 'hostProcess')
  })
  stateEvery(pod, 'readOnlyRootFs', ({ security }) => switchOf(security, 'readOnlyRootFilesystem'))
  stateEvery(pod, 'noNewPrivileges', ({ security }) => {
    const setting = switchOf(security, 'allowPrivilegeEscalation')
    return setting && { value: setting.value === null ? null : !setting.value, place: setting.place }
  })
  stateEvery(pod, 'runAsNonRoot', (container) => {
    const setting = settingOf(pod, container, 'runAsNonRoot')
    const value = booleanOf(setting?.node)
    return setting && value !== undefined ? { value, place: setting.place } : undefined
  })
  readUser(pod)
  readCapabilities(pod)
  stateWorst(pod, 'seccompProfile', (container) => profileOf(pod, container, 'seccompProfile', seccompNote))
  stateWorst(pod, 'appArmorProfile', (container) =>
    profileOf(pod, container, 'appArmorProfile', appArmorNote),
  )
  readLinux(pod)
  readNamespaces(pod)
}

function readUser(pod: PodContext): void {
  const found = pod.containers.map((container) => {
    const setting = settingOf(pod, container, 'runAsUser')
    const text = toScalarText(setting?.node)
    if (!setting || text === undefined)
      return { value: 'image-default', place: container.place, rank: 1, isSaid: false }
    if (isTemplate(text)) return { value: null, place: setting.place, rank: 2, isSaid: true }
    const isRoot = numberOf(setting.node) === 0
    return { value: isRoot ? 'root' : 'nonroot', place: setting.place, rank: isRoot ? 3 : 0, isSaid: true }
  })
  if (!found.some(({ isSaid }) => isSaid)) return
  const worst = found.reduce((a, b) => (b.rank > a.rank ? b : a))
  pod.state('user', worst.value, worst.place)
}

function readCapabilities(pod: PodContext): void {
  const added: string[] = []
  let addedAt: Place | undefined
  const dropped: { container: Container; names: string[]; place: Place | undefined }[] = []
  for (const container of pod.containers) {
    const capabilities = at(container.security, 'capabilities')
    const add = names(capabilities, 'add')
    if (add.length > 0) {
      for (const name of add) added.push(name)
      addedAt ??= placeOf(capabilities, 'add', container.place)
    }
    dropped.push({
      container,
      names: names(capabilities, 'drop'),
      place: entryOf(capabilities, 'drop') && placeOf(capabilities, 'drop', container.place),
    })
  }
  if (addedAt) pod.state('capAdd', [...new Set(added)], addedAt)
  const [first] = dropped
  if (!first || !dropped.some(({ place }) => place)) return
  const every = dropped.reduce((kept, { names }) => common(kept, names), first.names)
  const bare = dropped.find(({ names }) => names.length === 0)
  pod.state('capDrop', every, bare?.container.place ?? first.place ?? first.container.place)
}

function names(capabilities: ReturnType<typeof at>, key: string): string[] {
  return itemsOf(at(capabilities, key))
    .map((item) => (toScalarText(item) ?? '').trim().toUpperCase().replace(/^CAP_/, ''))
    .filter((name) => /^[A-Z_]{2,40}$/.test(name))
}

// ALL stands for every name: beside it the other container's names count.
function common(a: readonly string[], b: readonly string[]): string[] {
  if (a.includes('ALL')) return [...b]
  if (b.includes('ALL')) return [...a]
  return a.filter((name) => b.includes(name))
}

const worstFirst = ['Unconfined', 'node-default', null, 'Localhost', 'RuntimeDefault'] as const
type Profile = { value: (typeof worstFirst)[number]; place: Place; isSaid: boolean }

function stateWorst(pod: PodContext, attribute: string, read: (container: Container) => Profile): void {
  const found = pod.containers.map(read)
  if (!found.some(({ isSaid }) => isSaid)) return
  const rank = ({ value }: Profile) => worstFirst.indexOf(value)
  const worst = found.reduce((a, b) => (rank(b) < rank(a) ? b : a))
  pod.state(attribute, worst.value, worst.place)
}

function profileOf(
  pod: PodContext,
  container: Container,
  key: string,
  note: (pod: PodContext, container: Container) => { text: string; place: Place } | undefined,
): Profile {
  const setting = settingOf(pod, container, key)
  const type = toScalarText(at(setting?.node, 'type'))
  if (setting && type !== undefined) {
    const value = isTemplate(type) ? null : (worstFirst.find((profile) => profile === type) ?? null)
    return { value, place: placeOf(setting.node, 'type', setting.place), isSaid: true }
  }
  const old = note(pod, container)
  if (!old) return { value: 'node-default', place: container.place, isSaid: false }
  const text = old.text.toLowerCase()
  const value = /unconfined/.test(text)
    ? 'Unconfined'
    : /^(runtime|docker)\/default$/.test(text)
      ? 'RuntimeDefault'
      : /^localhost\//.test(text)
        ? 'Localhost'
        : null
  return { value, place: old.place, isSaid: true }
}

function seccompNote(pod: PodContext, { name }: Container) {
  return (
    noteOf(pod, `container.seccomp.security.alpha.kubernetes.io/${name}`) ??
    noteOf(pod, 'seccomp.security.alpha.kubernetes.io/pod')
  )
}

function appArmorNote(pod: PodContext, { name }: Container) {
  return noteOf(pod, `container.apparmor.security.beta.kubernetes.io/${name}`)
}

function noteOf(pod: PodContext, key: string): { text: string; place: Place } | undefined {
  const entry = entryOf(pod.annotations, key)
  const text = toScalarText(entry?.value)
  return entry && text !== undefined ? { text, place: { file: entry.file, line: entry.line } } : undefined
}

const SAFE_SYSCTLS = new Set(
  'kernel.shm_rmid_forced net.ipv4.ip_local_port_range net.ipv4.ip_unprivileged_port_start net.ipv4.tcp_syncookies net.ipv4.ping_group_range net.ipv4.ip_local_reserved_ports net.ipv4.tcp_keepalive_time net.ipv4.tcp_fin_timeout net.ipv4.tcp_keepalive_intvl net.ipv4.tcp_keepalive_probes net.ipv4.tcp_rmem net.ipv4.tcp_wmem'.split(
    ' ',
  ),
)
const USUAL_TYPES = /^container_(t|init_t|kvm_t|engine_t)$/

function readLinux(pod: PodContext): void {
  stateAny(pod, 'seLinuxCustom', (container) => {
    const setting = settingOf(pod, container, 'seLinuxOptions')
    if (!setting) return undefined
    const type = textAt(setting.node, 'type')
    const isCustom =
      textAt(setting.node, 'user') !== undefined ||
      textAt(setting.node, 'role') !== undefined ||
      (type !== undefined && type !== '' && !USUAL_TYPES.test(type))
    return { value: isCustom, place: setting.place }
  })
  for (const container of pod.containers) {
    if (textAt(container.security, 'procMount') !== 'Unmasked') continue
    pod.state('procMount', 'Unmasked', placeOf(container.security, 'procMount', container.place))
    break
  }
  const sysctls = mapsOf(at(pod.security, 'sysctls')).flatMap((item) => textAt(item, 'name') ?? [])
  if (sysctls.length === 0) return
  const place = placeOf(pod.security, 'sysctls', pod.place)
  pod.state('sysctls', sysctls, place)
  pod.state(
    'unsafeSysctls',
    sysctls.filter((name) => !SAFE_SYSCTLS.has(name.replaceAll('/', '.'))),
    place,
  )
}

function readNamespaces(pod: PodContext): void {
  const { spec } = pod
  for (const key of ['hostNetwork', 'hostPID', 'hostIPC'] as const) {
    const setting = switchOf(spec, key)
    if (setting) pod.state(key, setting.value, setting.place)
  }
  const users = switchOf(spec, 'hostUsers')
  if (users) pod.state('hostUserns', users.value, users.place)
  const shared = switchOf(spec, 'shareProcessNamespace')
  if (shared?.value) pod.state('sharedNamespaces', ['pid'], shared.place)
  const ports: string[] = []
  let portsAt: Place | undefined
  for (const { body } of pod.containers) {
    for (const port of mapsOf(at(body, 'ports'))) {
      const number = numberOf(at(port, 'hostPort'))
      if (!number) continue
      ports.push(String(number))
      portsAt ??= placeOf(port, 'hostPort', pod.place)
    }
  }
  if (portsAt) pod.state('hostPorts', ports, portsAt)
  const runtime = textAt(spec, 'runtimeClassName')
  if (runtime)
    pod.state(
      'sandboxed',
      /gvisor|runsc|kata|firecracker|vm/i.test(runtime) ? true : null,
      placeOf(spec, 'runtimeClassName', pod.place),
    )
  const toleration = mapsOf(at(spec, 'tolerations')).find((item) => {
    const key = textAt(item, 'key') ?? ''
    const isEvery = key === '' && textAt(item, 'operator') === 'Exists'
    const effect = textAt(item, 'effect') ?? ''
    return (
      (isEvery || /^node-role\.kubernetes\.io\/(control-plane|master)$/.test(key)) &&
      !/^NoExecute$/.test(effect)
    )
  })
  if (toleration) pod.state('toleratesControlPlane', true, { file: toleration.file, line: toleration.line })
  if (entriesOf(at(pod.spec, 'affinity')).length > 0 || at(spec, 'topologySpreadConstraints')) readSpread(pod)
}

function readSpread(pod: PodContext): void {
  const constraints = itemsOf(at(pod.spec, 'topologySpreadConstraints'))
  const anti = at(pod.spec, 'affinity', 'podAntiAffinity')
  const terms = [
    ...itemsOf(at(anti, 'requiredDuringSchedulingIgnoredDuringExecution')),
    ...itemsOf(at(anti, 'preferredDuringSchedulingIgnoredDuringExecution')),
  ]
  const [first] = [...constraints, ...terms]
  if (first) pod.state('spread', true, { file: first.file, line: first.line })
}
