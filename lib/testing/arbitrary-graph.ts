import fc from 'fast-check'
import type { LayoutGraph, LayoutNode } from '@/lib/layout/layout-graph'

/** A random nested graph: boundaries in boundaries, cards of different sizes in them, edges between any two. */
export function arbitraryGraph(max = 60): fc.Arbitrary<LayoutGraph> {
  const node = fc.record({
    parent: fc.option(fc.nat(max), { nil: undefined, freq: 4 }),
    isBoundary: fc.boolean(),
    width: fc.integer({ min: 100, max: 320 }),
    height: fc.integer({ min: 40, max: 160 }),
    tier: fc.nat(2),
  })
  return fc
    .record({
      seeds: fc.array(node, { minLength: 1, maxLength: max }),
      ends: fc.array(fc.tuple(fc.nat(max), fc.nat(max)), { maxLength: max * 2 }),
    })
    .map(({ seeds, ends }) => {
      const nodes: LayoutNode[] = []
      for (const [index, { parent, ...seed }] of seeds.entries()) {
        const within = parent === undefined ? undefined : nodes[parent]
        nodes.push({ id: `n${index}`, ...seed, ...(within?.isBoundary && { parentId: within.id }) })
      }
      const id = (index: number) => `n${index % nodes.length}`
      return { nodes, edges: ends.map(([from, to]) => ({ from: id(from), to: id(to) })) }
    })
}
