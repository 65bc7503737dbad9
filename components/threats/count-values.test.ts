import { expect, test } from 'vitest'
import { buildList } from '@/components/threats/build-list'
import { countValues } from '@/components/threats/count-values'
import { facets, matches, noFilters, toggleValue } from '@/components/threats/threat-filters'
import type { ThreatRow } from '@/lib/analysis/verdict'

const row = (key: string, extra: Partial<ThreatRow> = {}) =>
  ({
    key,
    threatId: key,
    elementId: 'web',
    title: key,
    stride: ['E'],
    state: 'raised',
    status: 'open',
    severity: 'high',
    isOpen: true,
    ...extra,
  }) as ThreatRow

const rows = [
  row('cause'),
  row('same', { causeId: 'cause' }),
  row('milder', { causeId: 'cause', severity: 'low', stride: ['E', 'I'] }),
  row('possible', { state: 'possible', causeId: 'gone' }),
  row('countered', { state: 'countered', isOpen: false }),
  row('accepted', { status: 'accepted', isOpen: false }),
]
const typeOf = () => 'container'

test('what is still to decide is raised or possible and undecided; what follows from a cause stands under it', () => {
  const counts = countValues(rows, typeOf)
  expect(counts.get('status|open')).toBe(2)
  expect(counts.get('status|none-needed')).toBe(1)
  expect(counts.get('severity|low')).toBe(1)
})

test('each count is what the sections of the list add up to with that filter alone', () => {
  for (const [key, count] of countValues(rows, typeOf)) {
    const [facet = '', value = ''] = key.split('|')
    const known = facets.find((each) => each === facet)
    if (!known) throw new Error(key)
    const filters = toggleValue(noFilters, known, value)
    const element = { name: 'web', type: 'container', typeLabel: 'Container' }
    const items = buildList({
      rows: rows.filter((each) => matches(each, filters, element)),
      group: 'threat',
      toggled: new Set(),
      foldedSections: new Set(),
      nameOf: (id) => id,
      labelOf: (_grouping, each) => each,
    })
    const listed = items.reduce((sum, item) => sum + (item.kind === 'section' ? item.count : 0), 0)
    expect([key, listed]).toEqual([key, count])
  }
})
