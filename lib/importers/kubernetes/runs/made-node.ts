import { isSecretName } from '@/lib/importers/compose/secret-names'
import { at } from '@/lib/importers/kubernetes/node-path'
import type { Place } from '@/lib/importers/kubernetes/object'
import { mapsOf } from '@/lib/importers/kubernetes/read-objects'
import {
  itemsOf,
  toScalarText,
  type YamlEntry,
  type YamlList,
  type YamlMap,
  type YamlNode,
  type YamlScalar,
} from '@/lib/importers/yaml/yaml-node'

// Nodes of a file put together anew, so that what runs containers in a form of its own is read like a pod. Each keeps
// the line where it stands.

/** A map of nodes that stand in several places. */
export function madeMap(
  { file, line }: Place,
  nodes: Readonly<Record<string, YamlNode | undefined>>,
): YamlMap {
  const entries = new Map<string, YamlEntry>()
  for (const [key, value] of Object.entries(nodes))
    if (value) entries.set(key, { key, file: value.file, line: value.line, value })
  return { kind: 'map', file, line, entries }
}

/** A list of nodes that stand in several places. */
export function madeList({ file, line }: Place, items: YamlNode[]): YamlList {
  return { kind: 'list', file, line, items }
}

/** A text that stands for one of the file. */
export function madeText({ file, line }: Place, value: string): YamlScalar {
  return { kind: 'scalar', file, line, value }
}

/** How much may still be put in that many share: thousands of steps with thousands of variables each would be millions. */
export type Sharing = { left: number }

export const MAX_SHARED = 300_000

/**
 * A map with what another has and it has not, in the maps inside of it too. Variables of both are there. When too much is
 * shared it is given back as it is, and `sharing` is used up.
 */
export function withDefaults(map: YamlMap, defaults: YamlNode | undefined, sharing: Sharing): YamlMap {
  const shared = defaults?.kind === 'map' ? defaults.entries : undefined
  sharing.left -= shared?.size ?? 0
  if (!shared || shared.size === 0 || sharing.left < 0) return map
  const entries = new Map(map.entries)
  for (const [key, entry] of shared) {
    const own = entries.get(key)
    entries.set(key, own ? { ...own, value: merged(key, own.value, entry.value, sharing) } : entry)
    // Each that reads it looks at all of it.
    if (!own && entry.value.kind === 'list') sharing.left -= entry.value.items.length
  }
  return { ...map, entries }
}

function merged(key: string, own: YamlNode, defaults: YamlNode, sharing: Sharing): YamlNode {
  if (own.kind === 'map') return withDefaults(own, defaults, sharing)
  if (key !== 'env' || own.kind !== 'list' || defaults.kind !== 'list') return own
  return { ...own, items: withItems(own.items, defaults.items, sharing) }
}

/** Items with those that many share before them. */
export function withItems(
  own: readonly YamlNode[],
  shared: readonly YamlNode[],
  sharing: Sharing,
): YamlNode[] {
  sharing.left -= shared.length
  return sharing.left < 0 ? [...own] : [...shared, ...own]
}

/** A map with some of its keys replaced. */
export function withNodes(map: YamlMap, nodes: Readonly<Record<string, YamlNode | undefined>>): YamlMap {
  const entries = new Map(map.entries)
  for (const [key, entry] of madeMap(map, nodes).entries) entries.set(key, entry)
  return { ...map, entries }
}

/** A node with every text in it changed. */
export function mapTexts(node: YamlNode, change: (text: string) => string): YamlNode {
  if (node.kind === 'list') return { ...node, items: node.items.map((item) => mapTexts(item, change)) }
  if (node.kind === 'scalar')
    return typeof node.value === 'string' ? { ...node, value: change(node.value) } : node
  const entries = new Map<string, YamlEntry>()
  for (const [key, entry] of node.entries)
    entries.set(key, { ...entry, value: mapTexts(entry.value, change) })
  return { ...node, entries }
}

const MAX_IMAGE = 500

/** A container whose image is named by parameters, with the values that they have; those that may be secrets stay out. */
export function withImage(
  container: YamlMap,
  pattern: RegExp,
  ...values: readonly ReadonlyMap<string, string>[]
): YamlMap {
  const node = at(container, 'image')
  const text = toScalarText(node)
  if (!node || text === undefined || text.length > MAX_IMAGE) return container
  const filled = text.replace(pattern, (whole, ...names: (string | undefined)[]) => {
    const name = names.slice(0, 2).find((one) => typeof one === 'string') ?? ''
    const value = values.map((map) => map.get(name)).find((one) => one !== undefined)
    return isSecretName(name) ? whole : (value ?? whole)
  })
  if (filled === text || filled.length > MAX_IMAGE) return container
  return withNodes(container, { image: madeText(node, filled) })
}

/** Values of parameters by name; of those that are there already, the later ones count. */
export function addValues(
  values: Map<string, string>,
  parameters: YamlNode | undefined,
  ...keys: string[]
): void {
  for (const parameter of mapsOf(parameters)) {
    const name = toScalarText(at(parameter, 'name'))
    const value = keys.map((key) => toScalarText(at(parameter, key))).find((text) => text !== undefined)
    if (name !== undefined && value !== undefined && value !== '') values.set(name, value)
  }
}

/** Adds to a list. As arguments of one call, a hundred thousand would be too many. */
export function addAll<T>(list: T[], ...more: readonly (readonly T[])[]): void {
  for (const items of more) for (const item of items) list.push(item)
}

/** The items of several lists. */
export function itemsOfAll(...lists: (YamlNode | undefined)[]): YamlNode[] {
  return lists.flatMap((list) => itemsOf(list))
}
