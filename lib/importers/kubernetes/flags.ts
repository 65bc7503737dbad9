import type { Container } from '@/lib/importers/kubernetes/containers'
import { at } from '@/lib/importers/kubernetes/node-path'
import type { Place } from '@/lib/importers/kubernetes/object'
import { entriesOf, itemsOf, toScalarText, type YamlNode } from '@/lib/importers/yaml/yaml-node'

/** Flags of a program with the line of each. A flag without a value is "true". */
export type Flags = Map<string, { value: string; place: Place }>

/** The flags of a container's command line. */
export function flagsOf({ body }: Container): Flags {
  const flags: Flags = new Map()
  const items = ['command', 'args'].flatMap((key) => itemsOf(at(body, key)))
  for (const [index, item] of items.entries()) {
    const text = toScalarText(item) ?? ''
    const [, name, value] = /^--?([A-Za-z][\w.-]*)(?:=(.*))?$/s.exec(text) ?? []
    if (name === undefined) continue
    const next = toScalarText(items[index + 1])
    const given = value ?? (next !== undefined && !next.startsWith('-') ? next : 'true')
    flags.set(name, { value: given, place: { file: item.file, line: item.line } })
  }
  return flags
}

/** The same from a list of `flag=value`, or one of them; without a value it is switched on. */
export function flagsOfList(node: YamlNode | undefined): Flags {
  const flags: Flags = new Map()
  for (const item of node?.kind === 'list' ? node.items : node ? [node] : []) {
    const [, name, value = 'true'] =
      /^(?:--)?([A-Za-z][\w.-]*)(?:=(.*))?$/s.exec(toScalarText(item) ?? '') ?? []
    if (name !== undefined) flags.set(name, { value, place: { file: item.file, line: item.line } })
  }
  return flags
}

/** The same from a configuration: a map of names, or a list of names with values. */
export function flagsIn(node: YamlNode | undefined): Flags {
  const flags: Flags = new Map()
  const add = (name: string, value: string, place: Place) =>
    flags.set(name.replace(/^--/, ''), { value, place: { file: place.file, line: place.line } })
  for (const entry of entriesOf(node)) {
    // A flag that may be given several times has a list.
    const values = itemsOf(entry.value).flatMap((item) => toScalarText(item) ?? [])
    add(entry.key, values.length > 0 ? values.join(',') : (toScalarText(entry.value) ?? ''), entry)
  }
  for (const item of itemsOf(node)) {
    const name = toScalarText(at(item, 'name'))
    if (name) add(name, toScalarText(at(item, 'value')) ?? '', item)
    const [, plain, value] = /^--?([\w.-]+)=(.*)$/s.exec(toScalarText(item) ?? '') ?? []
    if (plain !== undefined) add(plain, value ?? '', item)
  }
  return flags
}
