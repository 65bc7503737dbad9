import { isNothing, type YamlEntry, type YamlMap, type YamlNode } from '@/lib/importers/yaml/yaml-node'

/** Lists that a later file replaces; all others grow. */
const replaced = new Set(['command', 'entrypoint', 'test'])

/**
 * Lays `over` onto `base` as Compose merges its files: maps key by key, lists one after the other, anything else
 * replaced. `!reset` takes a key away, `!override` replaces it whole. Neither node is changed.
 */
export function mergeMaps(base: YamlMap, over: YamlMap): YamlMap {
  const entries = new Map(base.entries)
  for (const [key, entry] of over.entries) {
    if (entry.value.tag === '!reset') {
      entries.delete(key)
      continue
    }
    const below = entries.get(key)
    entries.set(key, below ? mergeEntries(below, entry) : entry)
  }
  return { ...base, entries }
}

function mergeEntries(base: YamlEntry, over: YamlEntry): YamlEntry {
  const value = mergeNodes(base.value, over.value, over.key)
  return value === base.value ? base : { ...over, value }
}

function mergeNodes(base: YamlNode, over: YamlNode, key: string): YamlNode {
  if (over.tag === '!override' || replaced.has(key)) return over
  if (isNothing(over)) return base
  if (base.kind === 'map' && over.kind === 'map') return mergeMaps(base, over)
  if (base.kind === 'list' && over.kind === 'list') return { ...base, items: [...base.items, ...over.items] }
  return over
}
