import type { Component, Flow } from '@/lib/model/elements'
import type { ThreatModel } from '@/lib/model/threat-model'

export type ListEntry =
  | { kind: 'heading'; key: string; title: string; count: number }
  | { kind: 'component'; key: string; component: Component; depth: number; isOpen: boolean | undefined }
  | { kind: 'flow'; key: string; flow: Flow }

/** The model as lines: components as the tree that the drawing shows, then data flows. */
export function listEntries(
  model: ThreatModel,
  closed: ReadonlySet<string>,
  nameOf: (id: string) => string,
): ListEntry[] {
  const children = new Map<string | undefined, Component[]>()
  for (const component of Object.values(model.components)) {
    const list = children.get(component.parentId)
    if (list) list.push(component)
    else children.set(component.parentId, [component])
  }
  const byName = (a: { id: string }, b: { id: string }) =>
    nameOf(a.id).localeCompare(nameOf(b.id)) || (a.id < b.id ? -1 : 1)
  const total = Object.keys(model.components).length
  const entries: ListEntry[] = [
    { kind: 'heading', key: 'heading|components', title: 'Components', count: total },
  ]
  const add = (parentId: string | undefined, depth: number) => {
    for (const component of (children.get(parentId) ?? []).toSorted(byName)) {
      const isParent = children.has(component.id)
      const isOpen = isParent ? !closed.has(component.id) : undefined
      entries.push({ kind: 'component', key: component.id, component, depth, isOpen })
      if (isOpen) add(component.id, depth + 1)
    }
  }
  add(undefined, 0)
  const flows = Object.values(model.flows).sort(byName)
  entries.push({ kind: 'heading', key: 'heading|flows', title: 'Data flows', count: flows.length })
  for (const flow of flows) entries.push({ kind: 'flow', key: flow.id, flow })
  return entries
}
