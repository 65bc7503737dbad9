import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layoutFaults } from '@/lib/layout/check-layout'
import type { LayoutGraph, LayoutNode } from '@/lib/layout/layout-graph'
import { layoutNested } from '@/lib/layout/layout-nested'
import { BOUNDARY_HEADER, BOUNDARY_PADDING, MAX_ASPECT } from '@/lib/layout/sizes'
import { arbitraryGraph } from '@/lib/testing/arbitrary-graph'

const card = (id: string, parentId?: string): LayoutNode => ({
  id,
  width: 200,
  height: 64,
  isBoundary: false,
  ...(parentId !== undefined && { parentId }),
})
const zone = (id: string, parentId?: string): LayoutNode => ({ ...card(id, parentId), isBoundary: true })

function spanOf(graph: LayoutGraph): { width: number; height: number } {
  const placements = layoutNested(graph)
  const at = (node: LayoutNode) => placements[node.id] ?? { x: 0, y: 0 }
  return {
    width: Math.max(...graph.nodes.map((node) => at(node).x + node.width)),
    height: Math.max(...graph.nodes.map((node) => at(node).y + node.height)),
  }
}

describe('layoutNested', () => {
  it('keeps 200 random nested graphs free of overlaps, of children outside their parent and of threads', () => {
    fc.assert(
      fc.property(arbitraryGraph(), (graph) => {
        expect(layoutFaults(graph, layoutNested(graph))).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('makes no strip of a long chain in a boundary with something beside it', () => {
    const ids = Array.from({ length: 9 }, (_, at) => `n${at}`)
    const graph: LayoutGraph = {
      nodes: [card('client'), zone('host'), ...ids.map((id) => card(id, 'host'))],
      edges: [{ from: 'client', to: 'n0' }, ...ids.slice(1).map((id, at) => ({ from: `n${at}`, to: id }))],
    }
    const placements = layoutNested(graph)
    const at = (id: string) => {
      const { x = 0, y = 0, width: wide = 200, height: high = 64 } = placements[id] ?? {}
      return { right: x + wide, bottom: y + high }
    }
    const width = Math.max(...['client', 'host'].map((id) => at(id).right))
    const height = Math.max(...['client', 'host'].map((id) => at(id).bottom))
    expect(width / height).toBeLessThanOrEqual(MAX_ASPECT)
    expect(layoutFaults(graph, placements)).toEqual([])
  })

  it('gives the same placements for the same graph', () => {
    fc.assert(
      fc.property(arbitraryGraph(30), (graph) => {
        expect(layoutNested(structuredClone(graph))).toEqual(layoutNested(graph))
      }),
      { numRuns: 50 },
    )
  })

  it('reads from left to right along the edges', () => {
    const placements = layoutNested({
      nodes: [card('store'), card('web'), card('client')],
      edges: [
        { from: 'client', to: 'web' },
        { from: 'web', to: 'store' },
      ],
    })
    expect(placements.client?.x).toBeLessThan(placements.web?.x ?? 0)
    expect(placements.web?.x).toBeLessThan(placements.store?.x ?? 0)
  })

  it('stands a boundary right of what flows into something inside it', () => {
    const placements = layoutNested({
      nodes: [zone('host'), zone('net', 'host'), card('web', 'net'), card('client')],
      edges: [{ from: 'client', to: 'web' }],
    })
    expect(placements.client?.x).toBeLessThan(placements.host?.x ?? 0)
  })

  it('leaves room for the label of a boundary', () => {
    const placements = layoutNested({ nodes: [zone('net'), card('web', 'net')], edges: [] })
    expect(placements.web?.y).toBeGreaterThanOrEqual(BOUNDARY_HEADER + BOUNDARY_PADDING)
    expect(placements.net?.width).toBeGreaterThan(200)
    expect(placements.web?.width).toBeUndefined()
  })

  it('folds a hundred siblings of one hub, and a chain of a hundred, into a page', () => {
    const nodes = Array.from({ length: 100 }, (_, index) => card(`n${index}`))
    const star = nodes.slice(1).map(({ id }) => ({ from: 'n0', to: id }))
    const chain = nodes.slice(1).map(({ id }, index) => ({ from: `n${index}`, to: id }))
    for (const edges of [star, chain]) {
      const { width, height } = spanOf({ nodes, edges })
      expect(width / height).toBeLessThan(MAX_ASPECT)
      expect(width / height).toBeGreaterThan(1 / MAX_ASPECT)
    }
  })

  it('puts the images of a column in the order of the containers they go to', () => {
    const names = ['a', 'b', 'c', 'd', 'e']
    const nodes = [
      zone('net'),
      ...names.map((name) => card(`img-${name}`)),
      ...names.map((name) => card(`run-${name}`, 'net')),
    ]
    const edges = names.map((name) => ({ from: `img-${name}`, to: `run-${name}` }))
    const placements = layoutNested({ nodes, edges })
    const order = (prefix: string) =>
      names.toSorted(
        (a, b) => (placements[`${prefix}-${a}`]?.y ?? 0) - (placements[`${prefix}-${b}`]?.y ?? 0),
      )
    const rows = new Map(names.map((name) => [name, placements[`run-${name}`]?.y ?? 0]))
    const heights = order('img').map((name) => rows.get(name) ?? 0)
    expect(heights).toEqual(heights.toSorted((a, b) => a - b))
  })

  it('takes a missing parent, a circle of parents, edges to nothing and loops for what they are', () => {
    const graph: LayoutGraph = {
      nodes: [zone('a', 'b'), zone('b', 'a'), card('c', 'nowhere'), card('d', 'a')],
      edges: [
        { from: 'c', to: 'c' },
        { from: 'c', to: 'nowhere' },
        { from: 'd', to: 'a' },
      ],
    }
    const placements = layoutNested(graph)
    expect(Object.keys(placements).sort()).toEqual(['a', 'b', 'c', 'd'])
    expect(layoutFaults(graph, placements)).toEqual([])
  })

  it('survives three thousand boundaries inside each other', () => {
    const nodes = Array.from({ length: 3000 }, (_, index) =>
      zone(`n${index}`, index > 0 ? `n${index - 1}` : undefined),
    )
    expect(Object.keys(layoutNested({ nodes, edges: [] }))).toHaveLength(3000)
  })

  it('lays out nothing as nothing', () => {
    expect(layoutNested({ nodes: [], edges: [] })).toEqual({})
  })
})
