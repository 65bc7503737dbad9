import { arrangeSiblings } from '@/lib/layout/arrange-siblings'
import type { Size } from '@/lib/layout/geometry'
import type { LayoutGraph, LayoutNode, Placements } from '@/lib/layout/layout-graph'
import { type Nesting, nest, ROOT, type Scope } from '@/lib/layout/nesting'
import {
  BOUNDARY_HEADER,
  BOUNDARY_PADDING,
  EMPTY_BOUNDARY_HEIGHT,
  EMPTY_BOUNDARY_WIDTH,
  MAX_ASPECT,
} from '@/lib/layout/sizes'
import { untangle } from '@/lib/layout/untangle'

/**
 * Lays out nested nodes: each boundary from the inside out, then everything from left to right along the edges.
 * Placements are relative to the parent's top left corner; only what has children or is a boundary gets a size.
 * Siblings never overlap, children stay inside their parent and below its label. Equal input gives equal output.
 */
export function layoutNested(graph: LayoutGraph): Placements {
  const nesting = nest(graph)
  const placements: Placements = {}
  const sizes = new Map<string, Size>()
  for (const scope of nesting.scopesInsideOut()) arrangeScope(nesting, scope, placements, sizes)
  if (heightenRoot(nesting, placements, sizes)) arrangeScope(nesting, ROOT, placements, sizes)
  return untangle(graph, nesting, placements)
}

/**
 * A drawing that would be a long strip gets room in the highest of its outer boundaries, as boundaries inside others get
 * it. Folding it would be worse to read: flows would run back.
 */
function heightenRoot(nesting: Nesting, placements: Placements, sizes: Map<string, Size>): boolean {
  const boxes = nesting.childrenOf(ROOT).map((node) => {
    const { x, y } = placements[node.id] ?? { x: 0, y: 0 }
    return { node, x, y, ...sizeOf(nesting, node, sizes) }
  })
  const width = Math.max(0, ...boxes.map((box) => box.x + box.width))
  const height = Math.max(0, ...boxes.map((box) => box.y + box.height))
  const missing = Math.ceil(width / MAX_ASPECT - height) + 1
  const roomy = boxes.filter(({ node }) => isRoomy(nesting, node))
  const [highest] = roomy.sort((a, b) => b.height - a.height)
  if (missing <= 1 || !highest) return false
  sizes.set(highest.node.id, { width: highest.width, height: highest.height + missing })
  for (const { id } of nesting.childrenOf(highest.node.id)) {
    const at = placements[id]
    if (at) placements[id] = { ...at, y: at.y + Math.floor(missing / 2) }
  }
  return true
}

/** Places all that stands in the scope, and notes the room that takes. What is inside its members has been placed before. */
function arrangeScope(
  nesting: Nesting,
  scope: Scope,
  placements: Placements,
  sizes: Map<string, Size>,
): void {
  const children = nesting.childrenOf(scope)
  const boxes = children.map((node) => ({ id: node.id, ...sizeOf(nesting, node, sizes) }))
  const { width, height, positions } = arrangeSiblings(boxes, nesting.edgesIn(scope))
  const { left, top } =
    scope === ROOT ? { left: 0, top: 0 } : cornerIn(roomFor({ width, height }), { width, height })
  for (const node of children) {
    const at = positions.get(node.id) ?? { x: 0, y: 0 }
    const corner = { x: Math.round(left + at.x), y: Math.round(top + at.y) }
    placements[node.id] = isRoomy(nesting, node) ? { ...corner, ...sizeOf(nesting, node, sizes) } : corner
  }
  if (scope !== ROOT) sizes.set(scope, roomFor({ width, height }))
}

/** Where the content of a boundary starts: in the middle, where it is larger than its content needs. */
function cornerIn(room: Size, content: Size): { left: number; top: number } {
  return {
    left: BOUNDARY_PADDING + Math.max(0, room.width - content.width - 2 * BOUNDARY_PADDING - 2) / 2,
    top:
      BOUNDARY_PADDING +
      BOUNDARY_HEADER +
      Math.max(0, room.height - content.height - 2 * BOUNDARY_PADDING - BOUNDARY_HEADER - 2) / 2,
  }
}

function sizeOf(nesting: Nesting, node: LayoutNode, sizes: ReadonlyMap<string, Size>): Size {
  if (!isRoomy(nesting, node)) return { width: node.width, height: node.height }
  return sizes.get(node.id) ?? { width: EMPTY_BOUNDARY_WIDTH, height: EMPTY_BOUNDARY_HEIGHT }
}

/** True for what is drawn as a box around others. */
export function isRoomy(nesting: Nesting, node: LayoutNode): boolean {
  return node.isBoundary || nesting.childrenOf(node.id).length > 0
}

/** The size of a boundary around this much content; kept from being a thread. */
export function roomFor(content: Size): Size {
  // Two pixels more than needed, because corners are rounded.
  const width = Math.ceil(content.width) + 2 * BOUNDARY_PADDING + 2
  const height = Math.ceil(content.height) + 2 * BOUNDARY_PADDING + BOUNDARY_HEADER + 2
  return {
    width: Math.max(width, EMPTY_BOUNDARY_WIDTH, Math.ceil(height / MAX_ASPECT)),
    height: Math.max(height, EMPTY_BOUNDARY_HEIGHT, Math.ceil(width / MAX_ASPECT)),
  }
}
