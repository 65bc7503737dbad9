import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyChange } from '@/lib/model/apply-change'
import { applyEdit } from '@/lib/model/apply-edit'
import { canonicalJson } from '@/lib/model/canonical'
import type { Edit } from '@/lib/model/change'
import { emptyModel } from '@/lib/model/empty-model'
import { isRefusal } from '@/lib/model/refusal'
import type { ThreatModel } from '@/lib/model/threat-model'
import { arbitraryEdits, fitting, populatedModel } from '@/lib/testing/arbitrary-model'
import { buildComponent, buildFlow, buildModel } from '@/lib/testing/build-model'

const shop = () =>
  buildModel(
    [
      buildComponent('net', 'zone'),
      buildComponent('web', 'box', { zoneIds: ['net'], parentId: 'net' }),
      buildComponent('db', 'box'),
    ],
    [buildFlow('web-db', 'call', 'web', 'db')],
  )

function applied(model: ThreatModel, edit: Edit) {
  const result = applyEdit(model, edit)
  if (isRefusal(result)) throw new Error(result.sentence)
  return result
}

const codeOf = (model: ThreatModel, edit: Edit) => {
  const result = applyEdit(model, edit)
  return isRefusal(result) ? result.code : 'applied'
}

test('an edit leaves the given model and everything it does not touch as they were', () => {
  const before = shop()
  const frozen = canonicalJson(before)
  const { model } = applied(before, {
    type: 'set-component',
    id: 'web',
    field: 'name',
    value: 'Shop',
    was: 'web',
  })
  expect(canonicalJson(before)).toBe(frozen)
  expect(model.components.web?.name).toBe('Shop')
  expect(model.components.db).toBe(before.components.db)
  expect(model.flows).toBe(before.flows)
})

test('an edit whose "was" no longer holds is refused with the present value', () => {
  const result = applyEdit(shop(), {
    type: 'set-component',
    id: 'web',
    field: 'name',
    value: 'Shop',
    was: 'Website',
  })
  expect(result).toMatchObject({ refused: true, code: 'changed', current: 'web' })
})

test('structure is kept whole', () => {
  const model = shop()
  expect(codeOf(model, { type: 'remove-component', id: 'net' })).toBe('in-use')
  expect(codeOf(model, { type: 'remove-component', id: 'db' })).toBe('in-use')
  expect(codeOf(model, { type: 'remove-component', id: 'nobody' })).toBe('missing')
  expect(codeOf(model, { type: 'add-component', component: buildComponent('web', 'box') })).toBe('exists')
  expect(
    codeOf(model, { type: 'add-component', component: buildComponent('x', 'box', { parentId: 'nobody' }) }),
  ).toBe('missing')
  expect(codeOf(model, { type: 'add-flow', flow: buildFlow('f', 'call', 'web', 'nobody') })).toBe('missing')
  expect(
    codeOf(model, { type: 'set-component', id: 'net', field: 'parentId', value: 'web', was: null }),
  ).toBe('cycle')
  expect(codeOf(model, { type: 'set-component', id: 'net', field: 'zoneIds', value: ['net'], was: [] })).toBe(
    'cycle',
  )
  expect(codeOf(model, { type: 'remove-view', id: 'main' })).toBe('invalid')
})

test('a fact replaces the one of its own origin and leaves the others', () => {
  const file = { origin: 'import', value: false, source: { file: 'a.yaml', line: 3 } } as const
  const person = {
    origin: 'person',
    value: true,
    source: { who: 'Ada', when: '2026-01-01T00:00:00.000Z' },
  } as const
  const set = { type: 'set-fact', elementId: 'web', attribute: 'readOnly', was: null } as const
  const first = applied(shop(), { ...set, slot: 'import', value: file }).model
  const second = applied(first, { ...set, slot: 'person', value: person }).model
  expect(second.components.web?.facts.readOnly).toEqual([file, person])
  const third = applied(second, { ...set, slot: 'person', value: null, was: person }).model
  expect(third.components.web?.facts.readOnly).toEqual([file])
  expect(codeOf(second, { ...set, slot: 'import', value: person })).toBe('invalid')
})

test('who wrote a value and when does not make it another value', () => {
  const person = (when: string) => ({ origin: 'person', value: true, source: { who: 'Ada', when } }) as const
  const set = { type: 'set-fact', elementId: 'web', attribute: 'readOnly', slot: 'person' } as const
  const model = applied(shop(), { ...set, value: person('2026-01-01T00:00:00.000Z'), was: null }).model
  expect(codeOf(model, { ...set, value: null, was: person('2026-02-02T00:00:00.000Z') })).toBe('applied')
})

test('an atomic change is applied whole or not at all', () => {
  const good: Edit = { type: 'set-component', id: 'web', field: 'name', value: 'Shop', was: 'web' }
  const bad: Edit = { type: 'remove-component', id: 'nobody' }
  const model = shop()
  const whole = applyChange(model, { id: 'c', label: 'Both', atomic: true, edits: [good, bad] })
  expect(whole.model).toBe(model)
  expect(whole.refused).toMatchObject([{ changeId: 'c', edit: 1, code: 'missing' }])
  const each = applyChange(model, { id: 'c', label: 'Both', atomic: false, edits: [good, bad] })
  expect(each.model.components.web?.name).toBe('Shop')
  expect(each.applied).toEqual([good])
})

test('undoing any change gives the model before it', () => {
  fc.assert(
    fc.property(arbitraryEdits, arbitraryEdits, (earlier, edits) => {
      const before = earlier.reduce(
        (model, edit) =>
          applyChange(model, { id: '1', label: 'x', atomic: false, edits: [fitting(model, edit)] }).model,
        populatedModel('test'),
      )
      const after = applyChange(before, { id: '2', label: 'x', atomic: false, edits })
      if (after.inverse.length === 0) return
      const undone = applyChange(after.model, { id: '3', label: 'x', atomic: true, edits: after.inverse })
      expect(undone.refused).toEqual([])
      expect(canonicalJson(undone.model)).toBe(canonicalJson(before))
    }),
    { numRuns: 500 },
  )
})

test('no sequence of edits leaves a reference to nothing in the structure', () => {
  fc.assert(
    fc.property(arbitraryEdits, (edits) => {
      const { model } = applyChange(emptyModel('Test', 'test'), { id: '1', label: 'x', atomic: false, edits })
      for (const component of Object.values(model.components)) {
        for (const above of [component.parentId, ...component.zoneIds]) {
          if (above !== undefined) expect(model.components).toHaveProperty(above)
        }
      }
      for (const flow of Object.values(model.flows)) {
        expect(model.components).toHaveProperty(flow.from)
        expect(model.components).toHaveProperty(flow.to)
      }
    }),
    { numRuns: 300 },
  )
})
