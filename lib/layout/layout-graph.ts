import type { Catalogue } from '@/lib/catalogue/catalogue'
import { CARD_HEIGHT, CARD_WIDTH } from '@/lib/layout/sizes'
import type { Component, Flow, Placement } from '@/lib/model/elements'
import { entryOf } from '@/lib/model/records'
import type { ThreatModel } from '@/lib/model/threat-model'

export type LayoutNode = {
  id: string
  parentId?: string
  /** Ignored for what has children and for boundaries: those get the room they need. */
  width: number
  height: number
  isBoundary: boolean
  /** Where it stands when no flow says: lower is further left. */
  tier?: number
}

/** Nested nodes and the edges between them. Plain data, so that it can go to a worker. */
export type LayoutGraph = { nodes: LayoutNode[]; edges: { from: string; to: string }[] }

/** By node id, relative to the parent's top left corner. Only what has children or is a boundary has a size. */
export type Placements = Record<string, Placement>

const tiers = { external: 0, boundary: 1, process: 1, store: 2 } as const

/** What there is to lay out of a model: in the order of names, so that equal models give equal drawings. */
export function layoutGraphOf(model: ThreatModel, catalogue: Catalogue): LayoutGraph {
  const kindOf = (component: Component) => catalogue.componentTypes.get(component.type)?.kind ?? 'process'
  const nodes = Object.values(model.components).map((component): LayoutNode => {
    const kind = kindOf(component)
    const node = {
      id: component.id,
      width: CARD_WIDTH,
      height: CARD_HEIGHT,
      isBoundary: kind === 'boundary',
      tier: tiers[kind],
    }
    return component.parentId === undefined ? node : { ...node, parentId: component.parentId }
  })
  const nameOf = (id: string) => entryOf(model.components, id)?.name ?? ''
  nodes.sort(
    (a, b) => (a.tier ?? 0) - (b.tier ?? 0) || compare(nameOf(a.id), nameOf(b.id)) || compare(a.id, b.id),
  )
  return { nodes, edges: readingEdges(model, kindOf) }
}

/**
 * The flows as one reads them, from left to right. A store that only processes use stands to the right of them, also
 * where it is only read: unless stores of its type are filled from elsewhere, as images are from registries.
 */
function readingEdges(model: ThreatModel, kindOf: (component: Component) => string): LayoutGraph['edges'] {
  const flows = Object.values(model.flows).sort((a, b) => compare(a.id, b.id))
  const kind = (id: string) => {
    const component = entryOf(model.components, id)
    return component ? kindOf(component) : undefined
  }
  const typeOf = (id: string) => entryOf(model.components, id)?.type ?? ''
  const filledTypes = new Set<string>()
  for (const flow of flows) {
    if (!flow.both) filledTypes.add(typeOf(flow.to))
    for (const [end, other] of [
      [flow.from, flow.to],
      [flow.to, flow.from],
    ] as const) {
      if (kind(other) !== 'process') filledTypes.add(typeOf(end))
    }
  }
  const standsRight = (id: string) => kind(id) === 'store' && !filledTypes.has(typeOf(id))
  return flows
    .filter((flow) => flow.from !== flow.to && kind(flow.from) !== undefined && kind(flow.to) !== undefined)
    .map((flow: Flow) => {
      const isTurned = standsRight(flow.from) && kind(flow.to) === 'process'
      return isTurned ? { from: flow.to, to: flow.from } : { from: flow.from, to: flow.to }
    })
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
