import fc from 'fast-check'
import type { Edit } from '@/lib/model/change'
import { buildComponent, buildFlow } from '@/lib/testing/build-model'

// Random edits over few ids, so that they meet each other: removals of what is in use, moves into oneself, stale `was`.

const ids = ['a', 'b', 'c', 'd', 'e']
const zones = ['z1', 'z2', 'z3']
const id = fc.constantFrom(...ids)
const anyId = fc.constantFrom(...ids, ...zones, 'p1', 'o1')
const zoneIds = fc.subarray(zones)
const source = { file: 'test.yaml', line: 1 }
const type = (of: string) =>
  of.startsWith('z') ? 'zone' : of.startsWith('p') ? 'picture' : of.startsWith('o') ? 'outsider' : 'box'

const fact = (value: boolean) => ({ origin: 'import', value, source }) as const
const maybeFact = fc.option(fc.boolean().map(fact), { nil: null })

/** An edit that may or may not fit the model it meets. */
export const arbitraryEdit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record({ id: anyId, zoneIds, parentId: fc.option(fc.constantFrom(...zones), { nil: undefined }) })
      .map(
        ({ id: own, zoneIds: within, parentId }): Edit => ({
          type: 'add-component',
          component: buildComponent(own, type(own), { zoneIds: within, ...(parentId && { parentId }) }),
        }),
      ),
  },
  fc.record({ id: anyId }).map((edit): Edit => ({ type: 'remove-component', ...edit })),
  {
    weight: 3,
    arbitrary: fc
      .record({
        id: fc.constantFrom('f1', 'f2', 'f3', 'f4'),
        type: fc.constantFrom('call', 'run'),
        from: anyId,
        to: anyId,
      })
      .map((flow): Edit => ({ type: 'add-flow', flow: buildFlow(flow.id, flow.type, flow.from, flow.to) })),
  },
  fc
    .record({ id: fc.constantFrom('f1', 'f2', 'f3', 'f4') })
    .map((edit): Edit => ({ type: 'remove-flow', ...edit })),
  fc
    .record({ id: anyId, value: zoneIds, was: zoneIds })
    .map((edit): Edit => ({ type: 'set-component', field: 'zoneIds', ...edit })),
  fc
    .record({ id: fc.constantFrom('f1', 'f2'), value: anyId, was: anyId })
    .map((edit): Edit => ({ type: 'set-flow', field: 'to', ...edit })),
  {
    weight: 6,
    arbitrary: fc
      .record({
        elementId: fc.oneof(anyId, fc.constantFrom('f1', 'f2', 'f3', 'f4')),
        attribute: fc.constantFrom(
          'declared',
          'privileged',
          'readOnly',
          'rootUser',
          'runsAsRoot',
          'encrypted',
          'whole',
        ),
        value: maybeFact,
        was: fc.constant(null),
      })
      .map((edit): Edit => ({ type: 'set-fact', slot: 'import', ...edit })),
  },
  fc
    .record({ id, value: fc.constantFrom('Web', 'Shop'), was: id })
    .map((edit): Edit => ({ type: 'set-component', field: 'name', ...edit })),
  fc.record({ componentId: anyId, x: fc.integer({ min: 0, max: 99 }) }).map(
    ({ componentId, x }): Edit => ({
      type: 'place',
      viewId: 'main',
      componentId,
      value: { x, y: 0 },
      was: null,
    }),
  ),
)

export const arbitraryEdits = fc.array(arbitraryEdit, { minLength: 1, maxLength: 40 })
