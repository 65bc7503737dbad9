import { describe, expect, test } from 'vitest'
import { buildList, type ListInput, type ListItem } from '@/components/threats/build-list'
import type { ThreatRow } from '@/lib/analysis/verdict'

const row = (threatId: string, elementId: string, extra: Partial<ThreatRow> = {}): ThreatRow => ({
  key: `${threatId}|${elementId}|`,
  threatId,
  elementId,
  title: `Title ${threatId}`,
  description: '',
  stride: ['E'],
  alsoStride: [],
  state: 'raised',
  likelihood: 3,
  impact: 3,
  severity: 'medium',
  because: [],
  asks: [],
  mitigationIds: [],
  status: 'open',
  isOpen: true,
  ...extra,
})

const list = (rows: ThreatRow[], extra: Partial<ListInput> = {}) =>
  buildList({
    rows,
    group: 'threat',
    toggled: new Set(),
    foldedSections: new Set(['decided', 'countered']),
    nameOf: (id) => id,
    labelOf: (_grouping, value) => value,
    ...extra,
  })
const shape = (items: ListItem[]) =>
  items.map((item) => (item.kind === 'row' ? `${item.depth}:${item.row.key}` : `${item.kind}:${item.key}`))

describe('buildList', () => {
  test('puts what is open before questions, and folds away what needs nobody', () => {
    const items = list([
      row('T1', 'a', { state: 'countered', isOpen: false }),
      row('T2', 'a', { state: 'possible' }),
      row('T3', 'a'),
      row('T4', 'a', { status: 'accepted', isOpen: false, decision: {} as never }),
    ])
    expect(shape(items)).toEqual([
      'section:open',
      '0:T3|a|',
      'section:questions',
      '0:T2|a|',
      'section:decided',
      'section:countered',
    ])
  })

  test('by decision, what is countered without one is not called open', () => {
    const rows = [row('T1', 'a', { state: 'countered', isOpen: false }), row('T2', 'a')]
    expect(shape(list(rows, { group: 'status', foldedSections: new Set() }))).toEqual([
      'section:open',
      'group:open|status|open',
      '1:T2|a|',
      'section:countered',
      'group:countered|status|none-needed',
      '1:T1|a|',
    ])
  })

  test('a section that is opened shows its rows', () => {
    const items = list([row('T1', 'a', { state: 'countered', isOpen: false })], {
      toggled: new Set(['countered']),
    })
    expect(shape(items)).toEqual(['section:countered', '0:T1|a|'])
  })

  test('one threat on several components is one closed group, worst first', () => {
    const rows = [row('T1', 'a'), row('T1', 'b', { severity: 'high' }), row('T2', 'a', { severity: 'low' })]
    const items = list(rows)
    expect(shape(items)).toEqual(['section:open', 'group:open|threat|T1', '0:T2|a|'])
    const opened = list(rows, { toggled: new Set(['open|threat|T1']) })
    expect(shape(opened).slice(1, 4)).toEqual(['group:open|threat|T1', '1:T1|b|', '1:T1|a|'])
  })

  test('what has the same cause stands under its cause', () => {
    const items = list([row('T1', 'a'), row('T2', 'a', { causeId: 'T1|a|' })])
    expect(shape(items)).toEqual(['section:open', '0:T1|a|'])
    expect(items[1]?.kind === 'row' && items[1].folded.map((other) => other.key)).toEqual(['T2|a|'])
  })

  test('what has the same cause stands alone when a filter hides the cause', () => {
    expect(shape(list([row('T2', 'a', { causeId: 'T1|a|' })]))).toEqual(['section:open', '0:T2|a|'])
  })

  test('a threat with two letters stands under both', () => {
    const items = list([row('T1', 'a', { stride: ['S', 'T'] })], { group: 'letter' })
    expect(items.filter((item) => item.kind === 'row')).toHaveLength(2)
    expect(new Set(items.map((item) => item.key)).size).toBe(items.length)
  })
})
