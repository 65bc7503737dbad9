import type { Catalogue } from '@/lib/catalogue/catalogue'
import { layoutGraphOf } from '@/lib/layout/layout-graph'
import { isRoomy } from '@/lib/layout/layout-nested'
import { nest, ROOT, type Scope } from '@/lib/layout/nesting'
import { entryOf } from '@/lib/model/records'
import type { ThreatModel } from '@/lib/model/threat-model'
import { crossingsOf } from '@/lib/model/zones'

type OutlineKind = 'process' | 'store' | 'external' | 'boundary'
export type OutlineNode = {
  /** Made here ("n12"), never taken from the model. */
  key: string
  name: string
  typeLabel: string
  kind: OutlineKind
  isBox: boolean
  /** Names of boundaries that it is in without standing in them. */
  alsoIn: string[]
  children: OutlineNode[]
}
export type OutlineFlow = { from: string; to: string; label: string; isBoth: boolean; isCrossing: boolean }

/** What a drawing without coordinates needs. */
export type Outline = {
  roots: OutlineNode[]
  flows: OutlineFlow[]
  classes: Map<OutlineKind, string[]>
}

/** The tree of a model and its flows, under keys of their own. */
export function outlineOf(model: ThreatModel, catalogue: Catalogue): Outline {
  const graph = layoutGraphOf(model, catalogue)
  const nesting = nest(graph)
  const nodes = new Map<string, OutlineNode>()
  for (const [index, node] of graph.nodes.entries()) {
    const component = model.components[node.id]
    const type = catalogue.componentTypes.get(component?.type ?? '')
    const isBox = nesting.childrenOf(node.id).length > 0
    nodes.set(node.id, {
      key: `n${index + 1}`,
      name: component?.name ?? node.id,
      typeLabel: type?.label ?? component?.type ?? '',
      kind: type?.kind ?? (isRoomy(nesting, node) ? 'boundary' : 'process'),
      isBox,
      alsoIn: [],
      children: [],
    })
  }
  const childrenOf = (scope: Scope) =>
    nesting.childrenOf(scope).flatMap((child) => {
      const node = nodes.get(child.id)
      return node ? [node] : []
    })
  for (const [id, node] of nodes) node.children = childrenOf(id)
  const outline: Outline = { roots: childrenOf(ROOT), flows: [], classes: new Map() }
  const anchors = new Map<string, string>()
  /** Arrows that end at a box make Mermaid's layout fail now and then: a point inside stands for the box. */
  const end = (id: string) => {
    const node = nodes.get(id)
    if (!node?.isBox) return node?.key
    let anchor = anchors.get(id)
    if (anchor === undefined) {
      anchor = `${node.key}self`
      anchors.set(id, anchor)
      node.children.unshift({
        key: anchor,
        name: node.name,
        typeLabel: 'itself',
        kind: 'process',
        isBox: false,
        alsoIn: [],
        children: [],
      })
    }
    return anchor
  }
  for (const flow of Object.values(model.flows).sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const from = end(flow.from)
    const to = end(flow.to)
    if (from === undefined || to === undefined) continue
    outline.flows.push({
      from,
      to,
      label: flow.name ?? catalogue.flowTypes.get(flow.type)?.verb ?? flow.type,
      isBoth: flow.both === true,
      isCrossing: crossingsOf(model, flow).length > 0,
    })
  }
  for (const [id, node] of nodes) {
    for (const zoneId of entryOf(model.components, id)?.zoneIds.toSorted() ?? []) {
      const zone = nodes.get(zoneId)
      if (zone && !isAbove(nesting, zoneId, id)) node.alsoIn.push(zone.name)
    }
  }
  return { ...outline, classes: classesOf(outline.roots) }
}

function isAbove(nesting: ReturnType<typeof nest>, id: string, below: string): boolean {
  for (let at = nesting.parentOf(below); at !== ROOT; at = nesting.parentOf(at)) if (at === id) return true
  return id === below
}

/** Keys by kind, for the classes of a drawing. */
export function classesOf(roots: readonly OutlineNode[]): Map<OutlineKind, string[]> {
  const classes = new Map<OutlineKind, string[]>()
  const queue = [...roots]
  for (const node of queue) {
    queue.push(...node.children)
    const keys = classes.get(node.kind)
    if (keys) keys.push(node.key)
    else classes.set(node.kind, [node.key])
  }
  return new Map([...classes].sort(([a], [b]) => (a < b ? -1 : 1)))
}
