import { overlaps, type Rect } from '@/lib/layout/geometry'
import type { LayoutGraph, Placements } from '@/lib/layout/layout-graph'
import { isRoomy } from '@/lib/layout/layout-nested'
import { nest, ROOT } from '@/lib/layout/nesting'
import { BOUNDARY_HEADER, MAX_ASPECT } from '@/lib/layout/sizes'

/** What is wrong with a layout, a sentence each: overlaps, children outside their parent, threads. Empty when all is well. */
export function layoutFaults(graph: LayoutGraph, placements: Placements): string[] {
  const nesting = nest(graph)
  const rectOf = (id: string): Rect | undefined => {
    const at = placements[id]
    const node = nesting.node(id)
    return (
      at && { x: at.x, y: at.y, width: at.width ?? node?.width ?? 0, height: at.height ?? node?.height ?? 0 }
    )
  }
  const faults: string[] = []
  for (const node of graph.nodes) {
    const rect = rectOf(node.id)
    if (!rect) {
      faults.push(`${node.id} has no place.`)
      continue
    }
    const shape = rect.width / rect.height
    if (isRoomy(nesting, node) && (shape > MAX_ASPECT + 0.01 || shape < 1 / MAX_ASPECT - 0.01)) {
      faults.push(`${node.id} is a thread: ${rect.width} x ${rect.height}.`)
    }
    const parentId = nesting.parentOf(node.id)
    const parent = parentId === ROOT ? undefined : rectOf(parentId)
    if (!parent) continue
    const isInside =
      rect.x >= 0 &&
      rect.y >= BOUNDARY_HEADER &&
      rect.x + rect.width <= parent.width &&
      rect.y + rect.height <= parent.height
    if (!isInside) faults.push(`${node.id} stands outside ${String(parentId)}.`)
  }
  for (const scope of nesting.scopesInsideOut()) faults.push(...overlapsOf(nesting.childrenOf(scope), rectOf))
  return faults
}

function overlapsOf(nodes: readonly { id: string }[], rectOf: (id: string) => Rect | undefined): string[] {
  const faults: string[] = []
  const sorted = nodes
    .flatMap(({ id }) => {
      const rect = rectOf(id)
      return rect ? [{ id, rect }] : []
    })
    .sort((a, b) => a.rect.x - b.rect.x)
  for (const [index, a] of sorted.entries()) {
    for (const b of sorted.slice(index + 1)) {
      if (b.rect.x >= a.rect.x + a.rect.width) break
      if (overlaps(a.rect, b.rect)) faults.push(`${a.id} and ${b.id} overlap.`)
    }
  }
  return faults
}
