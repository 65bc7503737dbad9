import { findRoom } from '@/lib/layout/find-room'
import type { Rect, Size } from '@/lib/layout/geometry'
import type { LayoutGraph, Placements } from '@/lib/layout/layout-graph'
import { isRoomy, layoutNested, roomFor } from '@/lib/layout/layout-nested'
import { makeRoom } from '@/lib/layout/make-room'
import { type Nesting, nest, ROOT, type Scope } from '@/lib/layout/nesting'
import { BOUNDARY_HEADER, BOUNDARY_PADDING, GROUP_GAP } from '@/lib/layout/sizes'
import { entryOf } from '@/lib/model/records'

/**
 * Places what has no placement yet and leaves the rest where it is. New nodes of one parent are laid out together and
 * stand in free space of that parent, which grows where there is none; only then do its neighbours give way, to the right
 * or downwards. A parent without a size gets one around its children.
 */
export function placeInto(graph: LayoutGraph, existing: Readonly<Placements>): Placements {
  const nesting = nest(graph)
  const isKept = keptNodes(graph, nesting, existing)
  if (isKept.size === 0) return layoutNested(graph)
  const placements: Placements = {}
  for (const id of isKept)
    placements[id] = {
      ...entryOf(existing, id),
      x: entryOf(existing, id)?.x ?? 0,
      y: entryOf(existing, id)?.y ?? 0,
    }
  const fresh = layoutFresh(graph, nesting, isKept)
  for (const scope of nesting.scopesInsideOut()) settleScope(nesting, scope, isKept, fresh, placements)
  return placements
}

/** A node keeps its place only where its parent has one: a place is relative to it. */
function keptNodes(graph: LayoutGraph, nesting: Nesting, existing: Readonly<Placements>): Set<string> {
  const kept = new Set<string>()
  const isPlaced = (id: string) => entryOf(existing, id) !== undefined
  for (const { id } of graph.nodes) {
    let at: Scope = id
    while (at !== ROOT && isPlaced(at)) at = nesting.parentOf(at)
    if (at === ROOT) kept.add(id)
  }
  return kept
}

/** The new nodes, laid out as if alone; those in a kept parent relative to their group. */
function layoutFresh(graph: LayoutGraph, nesting: Nesting, isKept: ReadonlySet<string>): Placements {
  const nodes = graph.nodes.filter((node) => !isKept.has(node.id))
  const placements: Placements = {}
  const groups = new Map<Scope, string[]>()
  const groupOf = new Map<string, Scope>()
  for (const node of nodes) {
    let top = node.id
    for (
      let parent = nesting.parentOf(top);
      parent !== ROOT && !isKept.has(parent);
      parent = nesting.parentOf(parent)
    )
      top = parent
    const scope = nesting.parentOf(top)
    groupOf.set(node.id, scope)
    const group = groups.get(scope)
    if (group) group.push(node.id)
    else groups.set(scope, [node.id])
  }
  for (const [scope, ids] of groups) {
    const own = new Set(ids)
    const part = {
      nodes: nodes.filter((node) => own.has(node.id)),
      edges: graph.edges.filter(
        (edge) =>
          groupOf.get(edge.from) === scope &&
          groupOf.get(edge.to) === scope &&
          own.has(edge.from) &&
          own.has(edge.to),
      ),
    }
    Object.assign(placements, layoutNested(part))
  }
  return placements
}

function settleScope(
  nesting: Nesting,
  scope: Scope,
  isKept: ReadonlySet<string>,
  fresh: Placements,
  placements: Placements,
): void {
  if (scope !== ROOT && !isKept.has(scope)) {
    for (const node of nesting.childrenOf(scope)) placements[node.id] = fresh[node.id] ?? { x: 0, y: 0 }
    return
  }
  const children = nesting.childrenOf(scope)
  const kept = children.filter((node) => isKept.has(node.id))
  const added = children.filter((node) => !isKept.has(node.id))
  const rects = makeRoom(
    kept.map((node) => {
      const before = { ...(placements[node.id] as Rect) }
      const now = sizeIn(nesting, node.id, placements)
      return { id: node.id, rect: { x: before.x, y: before.y, ...now.was }, size: now.size }
    }),
  )
  for (const node of kept) {
    const rect = rects.get(node.id) as Rect
    placements[node.id] = isRoomy(nesting, node)
      ? { x: rect.x, y: rect.y, width: rect.width, height: rect.height }
      : { ...placements[node.id], x: rect.x, y: rect.y }
  }
  if (added.length === 0) return
  const block = boundsOf(added.map((node) => rectOf(nesting, node.id, fresh)))
  const inside = scope === ROOT ? undefined : interiorOf(sizeIn(nesting, scope, placements).was)
  const at = findRoom([...rects.values()], block, GROUP_GAP, inside)
  for (const node of added) {
    const own = fresh[node.id] ?? { x: 0, y: 0 }
    placements[node.id] = { ...own, x: own.x - block.x + at.x, y: own.y - block.y + at.y }
  }
}

/** The size a kept node had, and the one it needs now that what stands in it is settled. */
function sizeIn(nesting: Nesting, id: string, placements: Placements): { was: Size; size: Size } {
  const node = nesting.node(id)
  if (!node || !isRoomy(nesting, node)) {
    const size = { width: node?.width ?? 0, height: node?.height ?? 0 }
    return { was: size, size }
  }
  const children = nesting.childrenOf(id).map((child) => rectOf(nesting, child.id, placements))
  const needed = roomFor({
    width: Math.max(0, ...children.map((rect) => rect.x + rect.width)) - BOUNDARY_PADDING,
    height: Math.max(0, ...children.map((rect) => rect.y + rect.height)) - BOUNDARY_PADDING - BOUNDARY_HEADER,
  })
  const at = placements[id]
  const was = { width: at?.width ?? needed.width, height: at?.height ?? needed.height }
  return {
    was,
    size: { width: Math.max(was.width, needed.width - 2), height: Math.max(was.height, needed.height - 2) },
  }
}

function rectOf(nesting: Nesting, id: string, placements: Placements): Rect {
  const at = placements[id] ?? { x: 0, y: 0 }
  const node = nesting.node(id)
  return { x: at.x, y: at.y, width: at.width ?? node?.width ?? 0, height: at.height ?? node?.height ?? 0 }
}

function boundsOf(rects: readonly Rect[]): Rect {
  const x = Math.min(...rects.map((rect) => rect.x))
  const y = Math.min(...rects.map((rect) => rect.y))
  return {
    x,
    y,
    width: Math.max(...rects.map((rect) => rect.x + rect.width)) - x,
    height: Math.max(...rects.map((rect) => rect.y + rect.height)) - y,
  }
}

function interiorOf({ width, height }: Size): Rect {
  return {
    x: BOUNDARY_PADDING,
    y: BOUNDARY_PADDING + BOUNDARY_HEADER,
    width: width - 2 * BOUNDARY_PADDING,
    height: height - 2 * BOUNDARY_PADDING - BOUNDARY_HEADER,
  }
}
