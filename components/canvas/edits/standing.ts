import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { Component } from '@/lib/model/elements'
import { entryOf } from '@/lib/model/records'
import { containersOf } from '@/lib/model/structure'
import type { ThreatModel } from '@/lib/model/threat-model'

// What may stand inside of what: the catalogue says it by type. A type that the pack lacks may stand anywhere.

/** True for a component type that bounds trust. */
export function isBoundaryType(catalogue: Catalogue, type: string | undefined): boolean {
  return catalogue.componentTypes.get(type ?? '')?.kind === 'boundary'
}

/** True when something of this type may stand inside something of that type. */
export function mayStandIn(catalogue: Catalogue, type: string, parentType: string): boolean {
  const entry = catalogue.componentTypes.get(type)
  return entry === undefined || entry.allowedParents.includes(parentType)
}

/** True when anything may stand inside this type: it can be a drop target. */
export function mayHoldAnything(catalogue: Catalogue, type: string): boolean {
  for (const entry of catalogue.componentTypes.values()) if (entry.allowedParents.includes(type)) return true
  return false
}

/** Why something of this type (and name, once it has one) may not stand inside that parent; undefined when it may. */
export function whyNotIn(
  catalogue: Catalogue,
  name: string,
  type: string,
  parent: Component,
): string | undefined {
  if (mayStandIn(catalogue, type, parent.type)) return undefined
  const label = (id: string) => catalogue.componentTypes.get(id)?.label ?? id
  const allowed = (catalogue.componentTypes.get(type)?.allowedParents ?? []).map(label)
  const where =
    allowed.length === 0
      ? 'It stands at the top.'
      : `It can stand at the top or inside: ${allowed.join(', ')}.`
  const what = name === '' ? label(type) : `“${name}” (${label(type)})`
  return `${what} cannot stand inside “${parent.name}” (${label(parent.type)}). ${where}`
}

/** A name for a new component that no other has: "Container", "Container 2". */
export function freeName(model: ThreatModel, wanted: string): string {
  const base = wanted.slice(0, 190)
  const taken = new Set(Object.values(model.components).map(({ name }) => name.toLowerCase()))
  if (!taken.has(base.toLowerCase())) return base
  for (let number = 2; ; number++) {
    const name = `${base} ${number}`
    if (!taken.has(name.toLowerCase())) return name
  }
}

/** The component and everything drawn inside it, each before what stands in it. */
export function withContents(model: ThreatModel, ids: Iterable<string>): string[] {
  const children = childrenByParent(model)
  const found = new Set<string>()
  const add = (id: string) => {
    if (found.has(id)) return
    found.add(id)
    for (const child of children.get(id) ?? []) add(child)
  }
  for (const id of ids) if (entryOf(model.components, id)) add(id)
  return [...found]
}

/** Children of each component, and of the top (undefined). */
export function childrenByParent(model: ThreatModel): Map<string | undefined, string[]> {
  const children = new Map<string | undefined, string[]>()
  for (const { id, parentId } of Object.values(model.components)) {
    const list = children.get(parentId)
    if (list) list.push(id)
    else children.set(parentId, [id])
  }
  return children
}

/** True when `id` stands, by drawing or by boundary, somewhere inside of `outer`. */
export function isWithin(model: ThreatModel, id: string, outer: string): boolean {
  const seen = new Set<string>()
  const queue = [id]
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    const component = entryOf(model.components, next)
    if (!component) continue
    const containers = containersOf(component)
    if (containers.includes(outer)) return true
    queue.push(...containers)
  }
  return false
}

/** Those of the ids that stand in none of the others: what a gesture moves, and the rest goes along. */
export function outermost(model: ThreatModel, ids: Iterable<string>): string[] {
  const all = new Set(ids)
  return [...all].filter((id) => {
    const seen = new Set<string>()
    let up = entryOf(model.components, id)?.parentId
    while (up !== undefined && !seen.has(up)) {
      if (all.has(up)) return false
      seen.add(up)
      up = entryOf(model.components, up)?.parentId
    }
    return entryOf(model.components, id) !== undefined
  })
}
