'use client'

import type { Edge, Node } from '@xyflow/react'
import { useMemo } from 'react'
import type { Box } from '@/components/canvas/geometry'
import { isLarge } from '@/components/canvas/level-of-detail'
import { meets, useSight } from '@/components/canvas/sight'

/**
 * The nodes that React Flow has to know: it walks through all that it is given in every frame of a drag, so of a large
 * drawing it gets what is in sight, what is selected (which may be moved from out of sight), the ends of the flows that are
 * drawn, and the boundaries around all of these.
 */
export function useNodesInSight<N extends Node>(
  nodes: readonly N[],
  edges: readonly Edge[],
  boxes: ReadonlyMap<string, Box>,
): N[] {
  const sight = useSight(isLarge(nodes.length))
  return useMemo(
    () => (sight ? nodesInSight(nodes, edges, (id) => isSeen(boxes.get(id), sight)) : (nodes as N[])),
    [nodes, edges, boxes, sight],
  )
}

function isSeen(box: Box | undefined, sight: Box): boolean {
  return box !== undefined && meets(box, sight)
}

/** The same for any sight. Order is kept, in which boundaries come before what is in them. */
export function nodesInSight<N extends Pick<Node, 'id' | 'parentId' | 'selected'>>(
  nodes: readonly N[],
  edges: readonly Pick<Edge, 'source' | 'target'>[],
  isInSight: (id: string) => boolean,
): N[] {
  const kept = new Set(edges.flatMap(({ source, target }) => [source, target]))
  // From the innermost outwards, so that what is kept keeps what is around it.
  for (const { id, parentId, selected } of nodes.toReversed()) {
    if (!kept.has(id) && !selected && !isInSight(id)) continue
    kept.add(id)
    if (parentId !== undefined) kept.add(parentId)
  }
  return nodes.filter(({ id }) => kept.has(id))
}
