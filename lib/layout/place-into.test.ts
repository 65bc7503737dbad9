import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layoutFaults } from '@/lib/layout/check-layout'
import type { LayoutGraph } from '@/lib/layout/layout-graph'
import { layoutNested } from '@/lib/layout/layout-nested'
import { placeInto } from '@/lib/layout/place-into'
import { arbitraryGraph } from '@/lib/testing/arbitrary-graph'

/** The part of a graph that was there before: the first nodes, with the edges between them. */
function earlier(graph: LayoutGraph, count: number): LayoutGraph {
  const nodes = graph.nodes.slice(0, count)
  const ids = new Set(nodes.map((node) => node.id))
  return { nodes, edges: graph.edges.filter((edge) => ids.has(edge.from) && ids.has(edge.to)) }
}

const card = (id: string, parentId?: string) => ({
  id,
  width: 200,
  height: 64,
  isBoundary: false,
  ...(parentId !== undefined && { parentId }),
})
const zone = (id: string, parentId?: string) => ({ ...card(id, parentId), isBoundary: true })

describe('placeInto', () => {
  it('keeps a grown graph free of overlaps and of children outside their parent', () => {
    fc.assert(
      fc.property(arbitraryGraph(40), fc.nat(40), (graph, count) => {
        const before = layoutNested(earlier(graph, count))
        const after = placeInto(graph, before)
        const faults = layoutFaults(graph, after).filter((fault) => !fault.includes('thread'))
        expect(faults).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('leaves placements alone when nothing is new', () => {
    fc.assert(
      fc.property(arbitraryGraph(40), (graph) => {
        const placements = layoutNested(graph)
        expect(placeInto(graph, placements)).toEqual(placements)
      }),
      { numRuns: 50 },
    )
  })

  it('never moves a card that has room', () => {
    const graph = { nodes: [zone('host'), card('a', 'host'), card('b', 'host'), card('client')], edges: [] }
    const existing = {
      host: { x: 400, y: 0, width: 900, height: 400 },
      a: { x: 40, y: 80 },
      client: { x: 0, y: 0 },
    }
    const after = placeInto(graph, existing)
    expect(after).toMatchObject(existing)
    expect(after.b).toEqual({ x: 280, y: 56 })
  })

  it('lets a full boundary grow, and moves only what it would cover', () => {
    const graph = {
      nodes: [zone('host'), card('a', 'host'), card('new', 'host'), card('below'), card('above')],
      edges: [],
    }
    const existing = {
      host: { x: 0, y: 100, width: 248, height: 150 },
      a: { x: 24, y: 56 },
      below: { x: 0, y: 270 },
      above: { x: 0, y: 0 },
    }
    const after = placeInto(graph, existing)
    expect(layoutFaults(graph, after)).toEqual([])
    expect(after.a).toEqual(existing.a)
    expect(after.above).toEqual(existing.above)
    expect(after.host).toMatchObject({ x: 0, y: 100 })
  })

  it('lays out what is new together, by its flows', () => {
    const graph = {
      nodes: [card('old'), card('to'), card('from')],
      edges: [{ from: 'from', to: 'to' }],
    }
    const after = placeInto(graph, { old: { x: 0, y: 0 } })
    expect(after.old).toEqual({ x: 0, y: 0 })
    expect(after.from?.x).toBeLessThan(after.to?.x ?? 0)
    expect(layoutFaults(graph, after)).toEqual([])
  })

  it('gives a boundary without a size the room that its children need', () => {
    const graph = { nodes: [zone('host'), card('a', 'host'), card('b', 'host')], edges: [] }
    const after = placeInto(graph, { host: { x: 10, y: 10 }, a: { x: 24, y: 56 }, b: { x: 500, y: 300 } })
    expect(after.host).toMatchObject({ x: 10, y: 10 })
    expect(layoutFaults(graph, after)).toEqual([])
  })

  it('takes a place in a parent that has none for no place', () => {
    const graph = { nodes: [zone('host'), card('a', 'host'), card('old')], edges: [] }
    const after = placeInto(graph, { old: { x: 0, y: 0 }, a: { x: 9000, y: 9000 } })
    expect(layoutFaults(graph, after)).toEqual([])
    expect(after.a?.x).toBeLessThan(1000)
  })
})
