import { Graph, layout } from '@dagrejs/dagre'
import { foldColumns } from '@/lib/layout/fold-columns'
import type { Arrangement, Box } from '@/lib/layout/geometry'
import type { SiblingEdge } from '@/lib/layout/nesting'
import { rankByFlow } from '@/lib/layout/rank-by-flow'
import { COLUMN_GAP, ROW_GAP } from '@/lib/layout/sizes'

/** Above this, dagre takes seconds; ranks along the flows do then. */
const MAX_DAGRE_BOXES = 250
const MAX_DAGRE_EDGES = 1000

/** What is larger than this is folded when it is longer, or higher, than the other way by these factors. */
const SMALL = 1200
const MAX_WIDE = 4
const MAX_HIGH = 1.1

/** Arranges boxes that edges connect, from left to right along the edges. */
export function arrangeConnected(boxes: readonly Box[], edges: readonly SiblingEdge[]): Arrangement {
  if (boxes.length > MAX_DAGRE_BOXES || edges.length > MAX_DAGRE_EDGES) {
    return foldColumns(rankByFlow(boxes, edges), true)
  }
  const arrangement = layered(boxes, edges)
  const { width, height } = arrangement
  const isSmall = Math.max(width, height) <= SMALL
  if (isSmall || (width <= height * MAX_WIDE && height <= width * MAX_HIGH)) return arrangement
  return foldColumns(ranksOf(boxes, arrangement), width > height)
}

function layered(boxes: readonly Box[], edges: readonly SiblingEdge[]): Arrangement {
  const graph = new Graph()
  graph.setGraph({ rankdir: 'LR', nodesep: ROW_GAP, ranksep: COLUMN_GAP, edgesep: 8 })
  for (const { id, width, height } of boxes) graph.setNode(id, { width, height })
  for (const { from, to, weight } of edges) graph.setEdge(from, to, { weight: Math.min(weight, 8) })
  layout(graph)
  const corners = boxes.map((box) => {
    const { x, y } = graph.node(box.id) as { x: number; y: number }
    return { box, x: x - box.width / 2, y: y - box.height / 2 }
  })
  const left = Math.min(...corners.map((corner) => corner.x))
  const top = Math.min(...corners.map((corner) => corner.y))
  return {
    width: Math.max(...corners.map(({ box, x }) => x + box.width)) - left,
    height: Math.max(...corners.map(({ box, y }) => y + box.height)) - top,
    positions: new Map(corners.map(({ box, x, y }) => [box.id, { x: x - left, y: y - top }])),
  }
}

/** The columns of a layered arrangement: boxes with one middle line, from top to bottom. */
function ranksOf(boxes: readonly Box[], { positions }: Arrangement): Box[][] {
  const columns = new Map<number, Box[]>()
  for (const box of boxes) {
    const middle = Math.round((positions.get(box.id)?.x ?? 0) + box.width / 2)
    const column = columns.get(middle)
    if (column) column.push(box)
    else columns.set(middle, [box])
  }
  const y = (box: Box) => positions.get(box.id)?.y ?? 0
  return [...columns.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, column]) => column.sort((a, b) => y(a) - y(b)))
}
