import { describe, expect, it } from 'vitest'
import { nodesInSight } from '@/components/canvas/use-nodes-in-sight'

const nodes = [
  { id: 'host' },
  { id: 'net', parentId: 'host' },
  { id: 'web', parentId: 'net' },
  { id: 'db', parentId: 'net' },
  { id: 'far' },
  { id: 'farther', parentId: 'far' },
]
const idsOf = (seen: string[], edges: { source: string; target: string }[] = [], selected = '') =>
  nodesInSight(
    nodes.map((node) => ({ ...node, selected: node.id === selected })),
    edges,
    (id) => seen.includes(id),
  ).map(({ id }) => id)

describe('nodesInSight', () => {
  it('are what is seen and the boundaries around it, outer ones first', () => {
    expect(idsOf(['web'])).toEqual(['host', 'net', 'web'])
  })

  it('hold both ends of a flow that is drawn, with what is around them', () => {
    expect(idsOf([], [{ source: 'farther', target: 'web' }])).toEqual([
      'host',
      'net',
      'web',
      'far',
      'farther',
    ])
  })

  it('hold what is selected wherever it stands', () => {
    expect(idsOf(['host'], [], 'farther')).toEqual(['host', 'far', 'farther'])
  })

  it('are none where nothing is seen', () => {
    expect(idsOf([])).toEqual([])
  })
})
