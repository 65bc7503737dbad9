import type { Place } from '@/lib/importers/compose/builder'
import { deviceKind, ruleKind } from '@/lib/importers/compose/devices'
import {
  entryAt,
  readTexts,
  type ServiceContext,
  state,
  stateBoolean,
} from '@/lib/importers/compose/service-context'
import { entriesOf, isNothing, itemsOf, valueAt } from '@/lib/importers/yaml/yaml-node'

/** Reads what a service may do on the host: user, capabilities, profiles, namespaces and devices. */
export function readPrivileges(context: ServiceContext): void {
  stateBoolean(context, 'privileged', 'privileged')
  stateBoolean(context, 'read_only', 'readOnlyRootFs')
  readCapabilities(context, 'cap_add', 'capAdd')
  readCapabilities(context, 'cap_drop', 'capDrop')
  readUser(context)
  readSecurityOptions(context)
  readNamespaces(context)
  readDevices(context)
  const sysctls = entryAt(context, 'sysctls')
  if (sysctls)
    state(
      context,
      'sysctls',
      entriesOf(sysctls.value).map(({ key }) => key),
      sysctls,
    )
  const cgroup = entryAt(context, 'cgroup_parent')
  const parent = cgroup && context.project.read(cgroup.value)
  if (cgroup && parent) state(context, 'cgroupParent', parent.unset.length > 0 ? null : parent.text, cgroup)
}

function readCapabilities(context: ServiceContext, key: string, attribute: string): void {
  const entry = entryAt(context, key)
  if (!entry || isNothing(entry.value)) return
  const read = readTexts(context, entry.value)
  const names = read
    .filter(({ unset }) => unset.length === 0)
    .map(({ text }) => text.trim().toUpperCase().replace(/^CAP_/, ''))
    .filter((name) => /^[A-Z_]{2,40}$/.test(name))
  // A capability behind a variable could be any; what is listed plainly counts all the same.
  state(context, attribute, names.length === 0 && read.length > 0 ? null : names, read[0]?.node ?? entry)
}

function readUser(context: ServiceContext): void {
  const entry = entryAt(context, 'user')
  const read = entry && context.project.read(entry.value)
  if (!entry || !read || read.text.trim() === '') return
  const user = read.text.trim().split(':')[0] ?? ''
  state(context, 'user', user.includes('${') ? null : /^(root|0+)$/.test(user) ? 'root' : 'nonroot', entry)
}

function readSecurityOptions(context: ServiceContext): void {
  for (const { text, unset, node } of readTexts(context, entryAt(context, 'security_opt')?.value)) {
    const [, option = '', setting] = /^\s*([a-z-]+)\s*(?:[=:]\s*(.*?)\s*)?$/is.exec(text) ?? []
    const value = unset.length > 0 ? undefined : (setting ?? '').toLowerCase()
    if (option === 'no-new-privileges')
      state(context, 'noNewPrivileges', value === undefined ? null : value !== 'false', node)
    else if (option === 'seccomp') state(context, 'seccompProfile', profile(value, ['unconfined']), node)
    else if (option === 'apparmor')
      state(context, 'appArmorProfile', profile(value, ['unconfined'], 'docker-default'), node)
    else if (option === 'label' && value?.startsWith('disable')) state(context, 'seLinuxDisabled', true, node)
    else if (option === 'systempaths' && value === 'unconfined') state(context, 'procMount', 'Unmasked', node)
    else if (option !== 'label')
      context.project.skip(
        node,
        `services.${context.name}.security_opt`,
        'Not a security option that Bulkhead knows.',
      )
  }
}

function profile(value: string | undefined, off: readonly string[], standard = 'builtin'): string | null {
  if (value === undefined) return null
  return off.includes(value)
    ? 'Unconfined'
    : value === standard || value === 'default'
      ? 'RuntimeDefault'
      : 'Localhost'
}

function readNamespaces(context: ServiceContext): void {
  const shared: string[] = []
  let place: Place | undefined
  const modes = [
    ['network_mode', 'hostNetwork', 'network'],
    ['pid', 'hostPID', 'pid'],
    ['ipc', 'hostIPC', 'ipc'],
    ['uts', 'hostUTS', undefined],
    ['userns_mode', 'hostUserns', undefined],
  ] as const
  for (const [key, attribute, namespace] of modes) {
    const entry = entryAt(context, key)
    const read = entry && context.project.read(entry.value)
    if (!entry || !read) continue
    if (read.unset.length > 0) state(context, attribute, null, entry)
    else if (read.text === 'host') state(context, attribute, true, entry)
    else if (namespace && /^(service|container):/.test(read.text)) {
      shared.push(namespace)
      place ??= entry
    }
  }
  if (place) state(context, 'sharedNamespaces', shared, place)
}

function readDevices(context: ServiceContext): void {
  const paths: string[] = []
  const kinds: string[] = []
  let place = entryAt(context, 'devices') ?? entryAt(context, 'device_cgroup_rules') ?? context.place
  for (const node of itemsOf(entryAt(context, 'devices')?.value)) {
    const read = context.project.read(valueAt(node, 'source') ?? node)
    const path = read?.text.split(':')[0]
    if (!path) continue
    paths.push(path)
    kinds.push(deviceKind(path))
  }
  for (const { text } of readTexts(context, entryAt(context, 'device_cgroup_rules')?.value)) {
    // A rule is three words; anything else the engine refuses, and none of its text is kept.
    paths.push(/^[abc] [\d*]+:[\d*]+ [rwm]{1,3}$/.test(text.trim()) ? `rule ${text.trim()}` : 'rule')
    kinds.push(ruleKind(text))
  }
  const reservations = valueAt(
    valueAt(valueAt(entryAt(context, 'deploy')?.value, 'resources'), 'reservations'),
    'devices',
  )
  const gpus = entryAt(context, 'gpus')
  if (gpus || itemsOf(reservations).length > 0) {
    if (paths.length === 0) place = gpus ?? (reservations as { file: string; line: number })
    paths.push('gpu')
    kinds.push('graphics')
  }
  if (paths.length === 0) return
  state(context, 'devices', paths, place)
  state(context, 'deviceKinds', kinds, place)
}
