import type { Edge, Node, NodeHandle, Position } from '@xyflow/react'
import type { CanvasNode, FlowView } from '@/components/canvas/to-flow'
import { openRows } from '@/components/canvas/worst-open'
import type { Component } from '@/lib/model/elements'
import type { Severity } from '@/lib/model/judgement'

export type ZoneData = {
  component: Component
  /** Components inside that are no boundaries. */
  inside: number
  /** Open threats of the boundary and of everything in it. */
  open: Record<Severity, number>
  /** No other boundary stands inside: drawn as a card. */
  isInnermost: boolean
  ports: readonly NodeHandle[]
}
export type ZoneNode = Node<ZoneData, 'zone'>
export type BundleEdge = Edge<{ count: number }, 'bundle'>

export type ZoneView = { nodes: (ZoneNode | CanvasNode)[]; edges: BundleEdge[] }

const noneOpen = { critical: 0, high: 0, medium: 0, low: 0, info: 0 }

/**
 * The drawing from far away: boundaries as cards with counts, what stands in none of them as it is, and the flows
 * between two of those as one line. A boundary in which nothing is drawn, as that of a policy may be, is like a component
 * of what is around it.
 */
export function toZones(view: FlowView): ZoneView {
  const byId = new Map(view.nodes.map((node) => [node.id, node]))
  const holders = new Set(view.nodes.flatMap((node) => node.parentId ?? []))
  const zones = new Set(
    view.nodes
      .filter(({ id, type, parentId }) => type === 'boundary' && (holders.has(id) || parentId === undefined))
      .map(({ id }) => id),
  )
  const holdsZone = new Set(view.nodes.flatMap(({ id, parentId }) => (zones.has(id) && parentId) || []))
  const open = countOpen(view.nodes, byId)
  const seen = new Map<string, string>()
  for (const node of view.nodes) seen.set(node.id, representative(node, byId, zones))

  const nodes = view.nodes
    .filter((node) => seen.get(node.id) === node.id)
    .map((node) => (node.type === 'boundary' ? toZone(node, open, !holdsZone.has(node.id)) : node))
  return { nodes: topDown(nodes), edges: bundle(view, seen, byId) }
}

/** The outermost from the top down, so that the name above each lies over what is above it; then what is inside. */
function topDown<N extends ZoneNode | CanvasNode>(nodes: readonly N[]): N[] {
  const outermost = nodes.filter(({ parentId }) => parentId === undefined)
  const inside = nodes.filter(({ parentId }) => parentId !== undefined)
  return [...outermost.sort((a, b) => a.position.y - b.position.y), ...inside]
}

function toZone(
  node: CanvasNode & { type: 'boundary' },
  open: ReadonlyMap<string, Record<Severity, number>>,
  isInnermost: boolean,
): ZoneNode {
  const { data, dragHandle: _tab, ...rest } = node
  const { component, inside } = data
  const middle = (node.height ?? 0) / 2
  const handles: NodeHandle[] = [
    { id: 'in', type: 'target', position: 'left' as Position, x: 0, y: middle, width: 1, height: 1 },
    {
      id: 'out',
      type: 'source',
      position: 'right' as Position,
      x: node.width ?? 0,
      y: middle,
      width: 1,
      height: 1,
    },
  ]
  return {
    ...rest,
    type: 'zone',
    draggable: false,
    handles,
    data: { component, inside, open: open.get(node.id) ?? noneOpen, isInnermost, ports: handles },
  }
}

/** What stands for a component from far away: the innermost boundary around it, or itself when there is none. */
function representative(
  node: CanvasNode,
  byId: ReadonlyMap<string, CanvasNode>,
  zones: ReadonlySet<string>,
): string {
  for (
    let up: CanvasNode | undefined = node;
    up;
    up = up.parentId === undefined ? undefined : byId.get(up.parentId)
  ) {
    if (zones.has(up.id)) return up.id
  }
  return node.id
}

function countOpen(nodes: readonly CanvasNode[], byId: ReadonlyMap<string, CanvasNode>) {
  const counts = new Map<string, Record<Severity, number>>()
  for (const node of nodes) {
    const rows = openRows(node.data.rows)
    if (rows.length === 0) continue
    for (
      let up: CanvasNode | undefined = node;
      up;
      up = up.parentId === undefined ? undefined : byId.get(up.parentId)
    ) {
      if (up.type !== 'boundary') continue
      const into = counts.get(up.id) ?? { ...noneOpen }
      for (const row of rows) into[row.severity] += 1
      counts.set(up.id, into)
    }
  }
  return counts
}

function bundle(
  view: FlowView,
  seen: ReadonlyMap<string, string>,
  byId: ReadonlyMap<string, CanvasNode>,
): BundleEdge[] {
  // A line from a boundary to one inside of it would only say that it is inside.
  const isAround = (outer: string, inner: string) => {
    for (let up = byId.get(inner)?.parentId; up !== undefined; up = byId.get(up)?.parentId)
      if (up === outer) return true
    return false
  }
  const counts = new Map<string, { source: string; target: string; count: number }>()
  for (const edge of view.edges) {
    const source = seen.get(edge.source)
    const target = seen.get(edge.target)
    if (source === undefined || target === undefined || source === target) continue
    if (isAround(source, target) || isAround(target, source)) continue
    const key = `${source}|${target}`
    const known = counts.get(key)
    if (known) known.count += 1
    else counts.set(key, { source, target, count: 1 })
  }
  return [...counts].map(([id, { source, target, count }]) => ({
    id: `bundle|${id}`,
    type: 'bundle',
    source,
    target,
    focusable: false,
    selectable: false,
    zIndex: 50,
    data: { count },
  }))
}
