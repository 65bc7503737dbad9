import { toScalarText, valueAt, type YamlEntry, type YamlNode } from '@/lib/importers/yaml/yaml-node'

/** The node below a chain of keys. */
export function at(node: YamlNode | undefined, ...keys: readonly string[]): YamlNode | undefined {
  let found = node
  for (const key of keys) {
    if (found === undefined) return undefined
    found = valueAt(found, key)
  }
  return found
}

/** The entry of a key: its value with the line of the key. */
export function entryOf(node: YamlNode | undefined, key: string): YamlEntry | undefined {
  return node?.kind === 'map' ? node.entries.get(key) : undefined
}

/** The text below a chain of keys; undefined for nothing, for collections and for what a template would fill in. */
export function textAt(node: YamlNode | undefined, ...keys: readonly string[]): string | undefined {
  const text = toScalarText(at(node, ...keys))
  return text === undefined || isTemplate(text) ? undefined : text
}

/** A yes or no: `null` when a template decides, undefined when nothing is said. */
export function booleanOf(node: YamlNode | undefined): boolean | null | undefined {
  if (node?.kind !== 'scalar' || node.value === null) return undefined
  if (typeof node.value === 'boolean') return node.value
  const text = String(node.value)
  if (/^(true|yes|on)$/i.test(text)) return true
  if (/^(false|no|off)$/i.test(text)) return false
  return isTemplate(text) ? null : undefined
}

/** A number, also one in quotes. */
export function numberOf(node: YamlNode | undefined): number | undefined {
  const text = toScalarText(node)
  if (text === undefined || !/^-?\d+(\.\d+)?$/.test(text)) return undefined
  return Number(text)
}

/** True for a value that a template engine or a shell has not filled in yet. */
export function isTemplate(text: string): boolean {
  return text.includes('{{') || text.includes('${') || text.includes('<%')
}
