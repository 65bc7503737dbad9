import type { LayoutGraph, LayoutNode } from '@/lib/layout/layout-graph'

/** Edges between two siblings, standing for all edges between them or what is inside them. */
export type SiblingEdge = { from: string; to: string; weight: number }

/** The top of the drawing, where what has no parent stands. */
export const ROOT = Symbol('root')
export type Scope = string | typeof ROOT

/** The tree of a graph. A parent that does not exist, or that would close a circle, counts as none. */
export type Nesting = {
  node(id: string): LayoutNode | undefined
  childrenOf(scope: Scope): readonly LayoutNode[]
  parentOf(id: string): Scope
  /** How many nodes it stands in. */
  depthOf(id: string): number
  edgesIn(scope: Scope): readonly SiblingEdge[]
  /** Everything with children, each before what it stands in; the top last. */
  scopesInsideOut(): readonly Scope[]
}

/** Builds the tree, and lifts each edge to the two siblings that its ends stand in. */
export function nest(graph: LayoutGraph): Nesting {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]))
  const parents = new Map<string, Scope>()
  for (const node of nodes.values()) parents.set(node.id, safeParent(nodes, node))
  const children = new Map<Scope, LayoutNode[]>()
  for (const node of nodes.values()) append(children, parents.get(node.id) ?? ROOT, node)
  const edges = new Map<Scope, Map<string, SiblingEdge>>()
  for (const edge of graph.edges) {
    if (nodes.has(edge.from) && nodes.has(edge.to)) lift(parents, edges, edge.from, edge.to)
  }
  return {
    node: (id) => nodes.get(id),
    childrenOf: (scope) => children.get(scope) ?? [],
    parentOf: (id) => parents.get(id) ?? ROOT,
    depthOf: (id) => pathOf(parents, id).length - 1,
    edgesIn: (scope) => [...(edges.get(scope)?.values() ?? [])],
    scopesInsideOut: () => insideOut(children),
  }
}

function insideOut(children: ReadonlyMap<Scope, readonly LayoutNode[]>): Scope[] {
  const order: Scope[] = [ROOT]
  for (const scope of order) {
    for (const node of children.get(scope) ?? []) if (children.has(node.id)) order.push(node.id)
  }
  return order.reverse()
}

function safeParent(nodes: ReadonlyMap<string, LayoutNode>, node: LayoutNode): Scope {
  const seen = new Set([node.id])
  for (let id = node.parentId; id !== undefined; id = nodes.get(id)?.parentId) {
    if (!nodes.has(id)) break
    if (seen.has(id)) return ROOT
    seen.add(id)
  }
  return node.parentId !== undefined && nodes.has(node.parentId) ? node.parentId : ROOT
}

function lift(
  parents: ReadonlyMap<string, Scope>,
  edges: Map<Scope, Map<string, SiblingEdge>>,
  from: string,
  to: string,
): void {
  const above = pathOf(parents, from)
  const below = pathOf(parents, to)
  let depth = 0
  while (depth < above.length && depth < below.length && above[depth] === below[depth]) depth += 1
  const source = above[depth]
  const target = below[depth]
  // One end stands inside the other: nothing to lay out.
  if (source === undefined || target === undefined) return
  const scope = depth === 0 ? ROOT : (above[depth - 1] as string)
  let inScope = edges.get(scope)
  if (!inScope) {
    inScope = new Map()
    edges.set(scope, inScope)
  }
  const key = JSON.stringify([source, target])
  const known = inScope.get(key)
  if (known) known.weight += 1
  else inScope.set(key, { from: source, to: target, weight: 1 })
}

/** The ids from the top of the tree down to the node. */
function pathOf(parents: ReadonlyMap<string, Scope>, id: string): string[] {
  const path = [id]
  for (let scope = parents.get(id) ?? ROOT; scope !== ROOT; scope = parents.get(scope) ?? ROOT)
    path.push(scope)
  return path.reverse()
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
