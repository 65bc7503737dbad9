import { graphlib, layout } from '@dagrejs/dagre'
import { generateModel } from '@/e2e/bench/generate-model'
import { printTable, time } from '@/e2e/bench/table'
import { openRepositoryCatalogue } from '@/lib/cli/repository-catalogue'
import { layoutFaults } from '@/lib/layout/check-layout'
import { type LayoutGraph, layoutGraphOf, type Placements } from '@/lib/layout/layout-graph'
import { layoutNested } from '@/lib/layout/layout-nested'

// The layout of nested systems, beside one of the same nodes and edges without their nesting.

/** The same nodes and edges on one level, by the library alone. */
function layOutFlat({ nodes, edges }: LayoutGraph): void {
  const graph = new graphlib.Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'LR' })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const { id, width, height } of nodes) graph.setNode(id, { width, height })
  for (const [at, { from, to }] of edges.entries()) graph.setEdge(from, to, {}, String(at))
  layout(graph)
}

/** Width by height of all that stands at the top. */
function aspectOf(graph: LayoutGraph, placements: Placements): number {
  const top = graph.nodes.filter(({ parentId }) => parentId === undefined)
  const right = top.map(({ id, width }) => (placements[id]?.x ?? 0) + (placements[id]?.width ?? width))
  const bottom = top.map(({ id, height }) => (placements[id]?.y ?? 0) + (placements[id]?.height ?? height))
  return Math.max(...right) / Math.max(...bottom)
}

const catalogue = openRepositoryCatalogue()
const rows = [100, 500, 1000, 2000].map((size) => {
  const graph = layoutGraphOf(generateModel(size, catalogue.hash), catalogue)
  const placements = layoutNested(graph)
  const nested = time(() => layoutNested(graph), 5)
  const flat = size > 1000 ? '-' : time(() => layOutFlat(graph), 3).median
  return [
    graph.nodes.length.toLocaleString('en'),
    graph.edges.length.toLocaleString('en'),
    nested.median,
    nested.worst,
    flat,
    aspectOf(graph, placements).toFixed(2),
    String(layoutFaults(graph, placements).length),
  ]
})
printTable(
  ['components', 'edges', 'nested, ms', 'slowest, ms', 'flat, ms', 'width by height', 'faults'],
  rows,
)
