import type { Graph } from '@/lib/analysis/graph'
import type { Component, Flow } from '@/lib/model/elements'
import { containersOf } from '@/lib/model/structure'
import type { ThreatModel } from '@/lib/model/threat-model'

/** `isStructural`: who is connected to whom changed too, not only facts and names. */
export type Changed = { ids: ReadonlySet<string>; isStructural: boolean }

/**
 * The elements that differ between two models, and for changes of structure also those whose relations differ with
 * them. Elements that kept their identity are passed over without being read.
 */
export function changedElements(
  before: ThreatModel,
  after: ThreatModel,
  graphs: { before: Graph; after: () => Graph },
): Changed {
  const ids = new Set<string>()
  const moved: string[] = []
  const rewired: (Flow | undefined)[] = []
  if (before.components !== after.components) {
    for (const id of differing(before.components, after.components)) {
      ids.add(id)
      if (!sameComponentStructure(before.components[id], after.components[id])) moved.push(id)
    }
  }
  if (before.flows !== after.flows) {
    for (const id of differing(before.flows, after.flows)) {
      ids.add(id)
      if (!sameFlowStructure(before.flows[id], after.flows[id]))
        rewired.push(before.flows[id], after.flows[id])
    }
  }
  for (const flow of rewired) if (flow) ids.add(flow.from).add(flow.to)
  for (const id of moved) {
    for (const component of [before.components[id], after.components[id]]) {
      for (const above of component ? containersOf(component) : []) ids.add(above)
    }
    for (const graph of [graphs.before, graphs.after()]) addNeighbours(graph, id, ids)
  }
  return { ids, isStructural: moved.length > 0 || rewired.length > 0 }
}

function* differing<T>(
  before: Readonly<Record<string, T>>,
  after: Readonly<Record<string, T>>,
): Generator<string> {
  for (const id in after) if (after[id] !== before[id]) yield id
  for (const id in before) if (!Object.hasOwn(after, id)) yield id
}

function sameComponentStructure(a: Component | undefined, b: Component | undefined): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    a.type === b.type &&
    a.parentId === b.parentId &&
    a.zoneIds.length === b.zoneIds.length &&
    a.zoneIds.every((zone, index) => zone === b.zoneIds[index])
  )
}

function sameFlowStructure(a: Flow | undefined, b: Flow | undefined): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    a.type === b.type &&
    a.from === b.from &&
    a.to === b.to &&
    a.both === b.both
  )
}

/** A component that moves changes the boundaries of what is in it, and the crossings of every flow of those. */
function addNeighbours(graph: Graph, id: string, into: Set<string>): void {
  for (const zone of graph.zonesOf(id)) into.add(zone)
  for (const inside of [id, ...graph.childrenOf(id), ...graph.membersOf(id)]) {
    into.add(inside)
    for (const flow of graph.flowsInto(inside)) into.add(flow)
    for (const flow of graph.flowsOutOf(inside)) into.add(flow)
  }
}
