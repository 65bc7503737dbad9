import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyChange } from '@/lib/model/apply-change'
import { applyEdit } from '@/lib/model/apply-edit'
import { canonicalJson } from '@/lib/model/canonical'
import type { Change, Edit } from '@/lib/model/change'
import { isRefusal } from '@/lib/model/refusal'
import type { ThreatModel } from '@/lib/model/threat-model'
import { arbitraryEdits } from '@/lib/testing/arbitrary-model'
import { buildComponent, buildModel } from '@/lib/testing/build-model'

const change = (edits: Edit[]): Change => ({ id: 'c', label: 'Test', atomic: false, edits })

function oneByOne(model: ThreatModel, edits: readonly Edit[]) {
  let current = model
  const inverse: Edit[] = []
  for (const edit of edits) {
    const result = applyEdit(current, edit)
    if (isRefusal(result)) continue
    current = result.model
    inverse.unshift(structuredClone(result.inverse))
  }
  return { model: current, inverse }
}

test('a change gives what its edits give one by one, and leaves the model and the edits as they were', () => {
  const start = buildModel([buildComponent('a', 'box'), buildComponent('z1', 'zone')])
  fc.assert(
    fc.property(arbitraryEdits, arbitraryEdits, (first, second) => {
      const before = applyChange(start, change([...first])).model
      const frozen = canonicalJson([before, second])
      const expected = oneByOne(before, second)
      const result = applyChange(before, change([...second]))
      expect(canonicalJson(result.model)).toBe(canonicalJson(expected.model))
      expect(canonicalJson(result.inverse)).toBe(canonicalJson(expected.inverse))
      expect(canonicalJson([before, second])).toBe(frozen)
    }),
    { numRuns: 300 },
  )
})

test('a later change leaves the result of an earlier one as it was', () => {
  const add = (id: string): Edit => ({ type: 'add-component', component: buildComponent(id, 'box') })
  const first = applyChange(buildModel([]), change([add('a'), add('b')])).model
  applyChange(first, change([add('c'), { type: 'remove-component', id: 'a' }]))
  expect(Object.keys(first.components)).toEqual(['a', 'b'])
})

test('a refused atomic change leaves the very model it was given', () => {
  const model = buildModel([])
  const edits: Edit[] = [
    { type: 'add-component', component: buildComponent('a', 'box') },
    { type: 'remove-component', id: 'none' },
  ]
  expect(applyChange(model, { ...change(edits), atomic: true }).model).toBe(model)
  expect(model.components).toEqual({})
})
