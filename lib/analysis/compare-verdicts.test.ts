import { describe, expect, it } from 'vitest'
import { compareVerdicts } from '@/lib/analysis/compare-verdicts'
import type { Verdict } from '@/lib/analysis/verdict'

const verdict = (
  threatId: string,
  elementId: string,
  state: Verdict['state'],
  severity: Verdict['severity'] = 'low',
): Verdict => ({
  threatId,
  elementId,
  state,
  severity,
  likelihood: 1,
  impact: 1,
  because: [],
  asks: [],
})

describe('compareVerdicts', () => {
  it('tells what is raised, countered and over, and nothing of what stays', () => {
    const before = [
      verdict('A', 'x', 'raised'),
      verdict('B', 'x', 'possible'),
      verdict('C', 'x', 'raised'),
      verdict('D', 'x', 'raised'),
      verdict('E', 'x', 'countered'),
    ]
    const after = [
      verdict('A', 'x', 'countered'),
      verdict('B', 'x', 'raised'),
      verdict('C', 'x', 'raised'),
      verdict('E', 'x', 'countered'),
      verdict('F', 'y', 'possible'),
    ]
    expect(compareVerdicts(before, after)).toEqual({
      raised: [{ threatId: 'B', severity: 'low', elementIds: ['x'], count: 1 }],
      countered: [{ threatId: 'A', severity: 'low', elementIds: ['x'], count: 1 }],
      ended: [{ threatId: 'D', severity: 'low', elementIds: ['x'], count: 1 }],
    })
  })

  it('puts the severest first, then the most frequent', () => {
    const after = [
      verdict('A', 'x', 'raised'),
      verdict('B', 'x', 'raised'),
      verdict('B', 'y', 'raised'),
      verdict('C', 'z', 'raised', 'high'),
    ]
    expect(compareVerdicts([], after).raised.map(({ threatId }) => threatId)).toEqual(['C', 'B', 'A'])
  })

  it('counts a cause once, and a threat once a part', () => {
    const cause = verdict('A', 'x', 'raised')
    const folded = { ...verdict('B', 'x', 'raised'), causeId: 'A|x' }
    const parts = ['80', '443'].map((part) => ({ ...verdict('C', 'x', 'raised'), part }))
    const all = [cause, folded, ...parts]
    const expected = [
      { threatId: 'C', severity: 'low', elementIds: ['x'], count: 2 },
      { threatId: 'A', severity: 'low', elementIds: ['x'], count: 1 },
    ]
    expect(compareVerdicts([], all)).toMatchObject({ raised: expected, ended: [] })
    expect(compareVerdicts(all, [])).toMatchObject({ raised: [], ended: expected })
  })

  it('finds nothing between a model and itself', () => {
    const all = [verdict('A', 'x', 'raised'), verdict('B', 'y', 'countered')]
    expect(compareVerdicts(all, all)).toEqual({ raised: [], countered: [], ended: [] })
  })
})
