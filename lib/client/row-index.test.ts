import fc from 'fast-check'
import { expect, test } from 'vitest'
import { analyse } from '@/lib/analysis/analyse'
import { threatRows } from '@/lib/analysis/threat-rows'
import { indexRows, pendingIndex, type RowIndex } from '@/lib/client/row-index'
import { applyEdit } from '@/lib/model/apply-edit'
import type { Edit } from '@/lib/model/change'
import { isRefusal } from '@/lib/model/refusal'
import type { ThreatModel } from '@/lib/model/threat-model'
import { arbitraryEdit, fitting, populatedModel } from '@/lib/testing/arbitrary-model'
import { testCatalogue } from '@/lib/testing/test-pack'

const catalogue = testCatalogue()
const now = '2026-06-15T08:00:00.000Z'
const start = populatedModel(catalogue.hash)
const open = (model: ThreatModel) => indexRows(analyse(model, catalogue), now)

function after(index: RowIndex, edit: Edit): RowIndex {
  const applied = applyEdit(index.analysis.model, fitting(index.analysis.model, edit))
  if (isRefusal(applied)) return index
  return indexRows(analyse(applied.model, catalogue, index.analysis), now, index)
}

const decide = (threatId: string, elementId: string): Edit => ({
  type: 'decide',
  threatId,
  elementId,
  value: { threatId, elementId, status: 'mitigated', fingerprint: 'x', by: 'Ada', at: now },
  was: null,
})
const attach = (id: string, elementId: string): Edit => ({
  type: 'attach',
  attachment: { id, elementId, threatId: 'T-HAND', by: 'Ada', at: now },
})

const judging = fc.oneof(
  arbitraryEdit,
  fc.constantFrom('a', 'b', 'c', 'd').map((id) => decide('T-RO', id)),
  fc.constantFrom('a', 'b', 'c', 'd').map((id) => attach(`att-${id}`, id)),
)

test('a list brought up to date edit by edit is the list made anew', () => {
  fc.assert(
    fc.property(fc.array(judging, { maxLength: 25 }), (edits) => {
      const index = edits.reduce(after, open(start))
      const anew = threatRows(analyse(index.analysis.model, catalogue), now)
      expect(index.rows).toEqual(anew)
      expect([...index.byElement.values()].flat()).toHaveLength(anew.length)
    }),
    { numRuns: 150 },
  )
})

test('elements that an edit did not concern keep their list', () => {
  const before = open(start)
  const index = after(before, decide('T-PRIV', 'b'))
  expect(index.byElement.get('a')).toBe(before.byElement.get('a'))
  expect(index.byElement.get('b')).not.toBe(before.byElement.get('b'))
})

test('a move on the drawing leaves the whole list as it is', () => {
  const before = open(start)
  const index = after(before, {
    type: 'place',
    viewId: 'main',
    componentId: 'a',
    value: { x: 1, y: 2 },
    was: null,
  })
  expect(index.rows).toBe(before.rows)
})

test('what is looked at in slices, with edits in between, is what is looked at at once', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ edit: arbitraryEdit, steps: fc.nat(3) }), { maxLength: 8 }), (turns) => {
      let index = pendingIndex(start, catalogue, now)
      for (const { edit, steps } of turns) {
        let left = steps
        if (index.isPending) index.lookOn(() => left-- <= 0)
        const applied = applyEdit(index.model, fitting(index.model, edit))
        if (!isRefusal(applied)) index = pendingIndex(applied.model, catalogue, now, asPending(index))
      }
      expect(index.isPending && index.lookOn(() => false)).toBe(true)
      expect(index.analysis.verdicts).toEqual(analyse(index.model, catalogue).verdicts)
      expect(index.analysis.model).toBe(index.model)
    }),
    { numRuns: 100 },
  )
})

test('looking on stops when the time is up, and goes on where it stopped', () => {
  const large = Object.fromEntries(
    Array.from({ length: 100 }, (_, at) => [`c${at}`, { ...start.components.a, id: `c${at}` }]),
  ) as ThreatModel['components']
  const index = asPending(pendingIndex({ ...start, components: large, flows: {} }, catalogue, now))
  let slices = 0
  for (let isDone = false; !isDone; slices++) {
    let left = 1
    isDone = index.lookOn(() => left-- <= 0)
  }
  expect(slices).toBeGreaterThan(4)
  expect(index.analysis.verdicts).toEqual(analyse(index.model, catalogue).verdicts)
})

function asPending(index: RowIndex) {
  if (!index.isPending) throw new Error('Everything was looked at.')
  return index
}
