import { expect, it } from 'vitest'
import { packWorks, unpackWorks } from '@/components/coursework/pack-works'
import type { WorkRow } from '@/lib/coursework/views'

it('packs rows so that nothing is lost, whatever field a row has', () => {
  const row: WorkRow = {
    id: 'w1',
    label: 'K7QX',
    attempt: 2,
    unreadable: null,
    threats: 10,
    findings: 3,
    claims: 1,
    met: 4,
    missed: 2,
    open: 7,
    state: 'done',
    verdict: 'meets',
    points: 12.5,
    disagrees: true,
  }
  const rows = [row, { ...row, id: 'w2', unreadable: 'The file is empty.', points: null }]
  expect(unpackWorks(packWorks(rows))).toEqual(rows)
  expect(unpackWorks(packWorks([]))).toEqual([])
})
