/** Where a node stands: the file it was read from and its line, counted from 1. */
type Place = { file: string; line: number }

export type YamlScalar = Place & { kind: 'scalar'; value: string | number | boolean | null; tag?: string }

/** `entries` is a Map: keys such as `__proto__` and `constructor` are keys like any other. */
export type YamlMap = Place & { kind: 'map'; entries: Map<string, YamlEntry>; tag?: string }

export type YamlList = Place & { kind: 'list'; items: YamlNode[]; tag?: string }

/**
 * A node of a YAML document. The line of a map's value is the line of its key, so that a multi-line value is found
 * where it begins; the line of a list's item is the item's own. Aliased nodes keep the line of their anchor and are
 * shared: never change a node in place. `tag` is kept only when the document invents it (`!reset`).
 */
export type YamlNode = YamlScalar | YamlMap | YamlList

export type YamlEntry = { key: string; file: string; line: number; value: YamlNode }

/** The value under a key of a map; undefined when the node is no map or lacks the key. */
export function valueAt(node: YamlNode | undefined, key: string): YamlNode | undefined {
  return node?.kind === 'map' ? node.entries.get(key)?.value : undefined
}

/** The entries of a map, none for any other node. */
export function entriesOf(node: YamlNode | undefined): YamlEntry[] {
  return node?.kind === 'map' ? [...node.entries.values()] : []
}

/** The items of a list, none for any other node. */
export function itemsOf(node: YamlNode | undefined): YamlNode[] {
  return node?.kind === 'list' ? node.items : []
}

/** True for a node that holds nothing: absent, `null`, or a key without a value. */
export function isNothing(node: YamlNode | undefined): boolean {
  return node === undefined || (node.kind === 'scalar' && node.value === null)
}

/** A scalar's value as text; undefined for nothing and for collections. */
export function toScalarText(node: YamlNode | undefined): string | undefined {
  return node?.kind === 'scalar' && node.value !== null ? String(node.value) : undefined
}
