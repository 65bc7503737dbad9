import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from '@/lib/importers/yaml/yaml-node'

// Compose allows two or three spellings for many keys. Each is brought to one, with lines kept, before files are merged.

/** `[NAME=value, NAME]` or a map, as a map. A name alone has the value null: it comes from the caller's environment. */
export function toMapForm(node: YamlNode, separators = '='): YamlNode {
  if (node.kind !== 'list') return node
  const entries = new Map<string, YamlEntry>()
  for (const item of node.items) {
    if (item.kind === 'map') for (const entry of item.entries.values()) entries.set(entry.key, entry)
    if (item.kind !== 'scalar' || item.value === null) continue
    const text = String(item.value)
    const at = firstOf(text, separators)
    const key = (at < 0 ? text : text.slice(0, at)).trim()
    const value: YamlScalar = {
      kind: 'scalar',
      file: item.file,
      line: item.line,
      value: at < 0 ? null : text.slice(at + 1),
    }
    if (key) entries.set(key, { key, file: item.file, line: item.line, value })
  }
  return { ...placeOf(node), kind: 'map', entries }
}

function firstOf(text: string, separators: string): number {
  const found = [...separators].map((separator) => text.indexOf(separator)).filter((at) => at >= 0)
  return found.length === 0 ? -1 : Math.min(...found)
}

/** `[name, name]` or a map of settings, as a map from names to settings. */
export function toNamedMap(node: YamlNode): YamlNode {
  if (node.kind !== 'list') return node
  const entries = new Map<string, YamlEntry>()
  for (const item of node.items) {
    if (item.kind !== 'scalar' || item.value === null) continue
    const key = String(item.value)
    entries.set(key, {
      key,
      file: item.file,
      line: item.line,
      value: { ...placeOf(item), kind: 'scalar', value: null },
    })
  }
  return { ...placeOf(node), kind: 'map', entries }
}

/** A single value as a list of one. */
export function toList(node: YamlNode): YamlNode {
  return node.kind === 'list' || (node.kind === 'scalar' && node.value === null)
    ? node
    : { ...placeOf(node), kind: 'list', items: [node] }
}

function placeOf({ file, line, tag }: YamlNode): { file: string; line: number; tag?: string } {
  return tag === undefined ? { file, line } : { file, line, tag }
}

const forms: Readonly<Record<string, (node: YamlNode) => YamlNode>> = {
  environment: toMapForm,
  labels: toMapForm,
  annotations: toMapForm,
  sysctls: toMapForm,
  extra_hosts: (node) => toMapForm(node, ':='),
  depends_on: toNamedMap,
  networks: toNamedMap,
  env_file: toList,
  tmpfs: toList,
  dns: toList,
  security_opt: toList,
  profiles: toList,
  build: (node) => {
    if (node.kind !== 'scalar' || node.value === null) return node
    const context = { key: 'context', file: node.file, line: node.line, value: node }
    return { ...placeOf(node), kind: 'map', entries: new Map([['context', context]]) }
  },
}

/** A service with every key in its one form. */
export function normaliseService(service: YamlMap): YamlMap {
  const entries = new Map<string, YamlEntry>()
  for (const [key, entry] of service.entries) {
    const form = Object.hasOwn(forms, key) ? forms[key] : undefined
    entries.set(key, form ? { ...entry, value: form(entry.value) } : entry)
  }
  return { ...service, entries }
}
