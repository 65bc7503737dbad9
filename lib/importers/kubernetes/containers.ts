import { at, booleanOf, entryOf, textAt } from '@/lib/importers/kubernetes/node-path'
import type { Place } from '@/lib/importers/kubernetes/object'
import { mapsOf } from '@/lib/importers/kubernetes/read-objects'
import { itemsOf, toScalarText, type YamlMap, type YamlNode } from '@/lib/importers/yaml/yaml-node'

/** A container of a pod. `runsOn` is false for init containers that end before the others start. */
export type Container = {
  body: YamlMap
  name: string
  place: Place
  security: YamlNode | undefined
  runsOn: boolean
  isEphemeral: boolean
  /** Its command line, for looking at only: never kept. */
  command: string
}

/** The pod's own part of a workload, and what its readers share. */
export type PodContext = {
  spec: YamlNode | undefined
  security: YamlNode | undefined
  annotations: YamlNode | undefined
  containers: Container[]
  place: Place
  state(attribute: string, value: PodFactValue, place: Place): void
}

export type PodFactValue = boolean | number | string | string[] | null

/** All containers of a pod: init and ephemeral ones count too, because each of them can do the harm. */
export function readContainers(spec: YamlNode | undefined): Container[] {
  const containers: Container[] = []
  for (const part of PARTS)
    for (const body of mapsOf(at(spec, part))) containers.push(readContainer(body, part))
  return containers
}

const PARTS = ['containers', 'initContainers', 'ephemeralContainers'] as const

function readContainer(body: YamlMap, part: (typeof PARTS)[number]): Container {
  return {
    body,
    name: textAt(body, 'name') ?? '',
    place: { file: body.file, line: body.line },
    security: at(body, 'securityContext'),
    runsOn:
      part === 'containers' || (part === 'initContainers' && textAt(body, 'restartPolicy') === 'Always'),
    isEphemeral: part === 'ephemeralContainers',
    command: commandOf(body),
  }
}

function commandOf(body: YamlMap): string {
  let command = ''
  for (const key of ['command', 'args']) {
    for (const item of itemsOf(at(body, key)))
      command += `${command === '' ? '' : ' '}${toScalarText(item) ?? ''}`
  }
  return command.slice(0, 8000)
}

/** Where a key of a node stands, or the given place when it does not. */
export function placeOf(node: YamlNode | undefined, key: string, otherwise: Place): Place {
  const entry = entryOf(node, key)
  return entry ? { file: entry.file, line: entry.line } : otherwise
}

/** A setting of the container, or of the pod where the container is silent, with its place. */
export function settingOf(
  pod: PodContext,
  container: Container,
  key: string,
): { node: YamlNode; place: Place } | undefined {
  for (const security of [container.security, pod.security]) {
    const entry = entryOf(security, key)
    if (entry && !(entry.value.kind === 'scalar' && entry.value.value === null))
      return { node: entry.value, place: { file: entry.file, line: entry.line } }
  }
  return undefined
}

/**
 * A control that counts only if every container has it. States it true at the first place that says so; false at the
 * container that says no, or that is silent while others are not; nothing when all are silent.
 */
export function stateEvery(
  pod: PodContext,
  attribute: string,
  read: (container: Container) => { value: boolean | null; place: Place } | undefined,
  containers: readonly Container[] = pod.containers,
): void {
  const found = containers.map((container) => ({ container, setting: read(container) }))
  if (!found.some(({ setting }) => setting)) return
  const denied = found.find(({ setting }) => setting?.value === false)
  const silent = found.find(({ setting }) => !setting)
  const unknown = found.find(({ setting }) => setting?.value === null)
  const decisive = denied ?? silent ?? unknown ?? found[0]
  if (decisive)
    pod.state(
      attribute,
      decisive.setting?.value ?? (decisive.setting ? null : false),
      decisive.setting?.place ?? decisive.container.place,
    )
}

/** A weakness that counts as soon as one container has it. States false only where a file says so. */
export function stateAny(
  pod: PodContext,
  attribute: string,
  read: (container: Container) => { value: boolean | null; place: Place } | undefined,
): void {
  let other: { value: boolean | null; place: Place } | undefined
  for (const container of pod.containers) {
    const setting = read(container)
    if (setting?.value === true) {
      pod.state(attribute, true, setting.place)
      return
    }
    if (setting && (other === undefined || setting.value === null)) other = setting
  }
  if (other) pod.state(attribute, other.value, other.place)
}

/** A yes-or-no key of a node with its place. */
export function switchOf(
  node: YamlNode | undefined,
  key: string,
): { value: boolean | null; place: Place } | undefined {
  const entry = entryOf(node, key)
  const value = booleanOf(entry?.value)
  return entry && value !== undefined ? { value, place: { file: entry.file, line: entry.line } } : undefined
}
