import fc from 'fast-check'
import type { Edit } from '@/lib/model/change'
import { elementOf } from '@/lib/model/element-of'
import { slotOf } from '@/lib/model/leading-fact'
import { fieldOf } from '@/lib/model/records'
import type { ThreatModel } from '@/lib/model/threat-model'
import { buildComponent, buildFlow, buildModel } from '@/lib/testing/build-model'

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

/** The edit as somebody would make it who sees the model as it is: its `was` is the present value. */
export function fitting(model: ThreatModel, edit: Edit): Edit {
  switch (edit.type) {
    case 'set-component':
      return { ...edit, was: fieldOf(model.components[edit.id] ?? {}, edit.field) } as Edit
    case 'set-flow':
      return { ...edit, was: fieldOf(model.flows[edit.id] ?? {}, edit.field) } as Edit
    case 'set-fact': {
      const facts = elementOf(model, edit.elementId)?.facts[edit.attribute]
      return { ...edit, was: facts?.find((known) => slotOf(known) === edit.slot) ?? null }
    }
    case 'place':
      return { ...edit, was: model.views[edit.viewId]?.placements[edit.componentId] ?? null }
    default:
      return edit
  }
}

/** A model that holds everything the random edits speak of, so that most of them apply. */
export function populatedModel(catalogue: string): ThreatModel {
  const within = (...zoneIds: string[]) => ({ zoneIds })
  const model = buildModel(
    [
      buildComponent('z1', 'zone'),
      buildComponent('z2', 'zone', within('z1')),
      buildComponent('z3', 'zone', {}, { whole: true }),
      buildComponent('a', 'box', within('z1'), { declared: true, rootUser: false }),
      buildComponent('b', 'box', within('z2', 'z3'), { declared: true, privileged: true }),
      buildComponent('c', 'box', within('z2'), { rootUser: false }),
      buildComponent('d', 'box'),
      buildComponent('p1', 'picture', {}, { runsAsRoot: true }),
      buildComponent('o1', 'outsider'),
    ],
    [
      buildFlow('f1', 'call', 'o1', 'a'),
      buildFlow('f2', 'call', 'a', 'b', { encrypted: false }),
      buildFlow('f3', 'run', 'p1', 'c'),
    ],
  )
  return { ...model, catalogue }
}
