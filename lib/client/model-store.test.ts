import { expect, test } from 'vitest'
import { createModelStore } from '@/lib/client/model-store'
import type { Change, Edit } from '@/lib/model/change'
import { populatedModel } from '@/lib/testing/arbitrary-model'
import { testCatalogue } from '@/lib/testing/test-pack'

const { pack } = testCatalogue()

function open(canEdit = true) {
  const kept: Change[] = []
  const forgotten: string[] = []
  let ids = 0
  const store = createModelStore(
    {
      modelId: 'm1',
      seq: 0,
      model: populatedModel(pack.hash),
      pack,
      actor: { id: 'u1', name: 'Ada' },
      canEdit,
      now: '2026-06-15T08:00:00.000Z',
    },
    () => ({ keep: (change) => kept.push(change), forget: (more) => forgotten.push(...more) }),
    () => `c${++ids}`,
  )
  return { store, kept, forgotten, get: () => store.getState() }
}

const rename = (value: string, was: string): Edit => ({
  type: 'set-component',
  field: 'name',
  id: 'a',
  value,
  was,
})
const harden: Edit = {
  type: 'set-fact',
  elementId: 'b',
  attribute: 'privileged',
  slot: 'person',
  value: { origin: 'person', value: false, source: { who: 'Ada', when: '2026-06-15T08:00:00.000Z' } },
  was: null,
}

test('an answer settles the threats that asked for it, at once', () => {
  const { get } = open()
  const stateOf = () => get().index.rows.find((row) => row.key === 'T-PRIV|b|')?.state
  expect(stateOf()).toBe('raised')
  get().apply('Answer', [harden])
  expect(stateOf()).toBe('countered')
})

test('undo and redo are changes of their own, kept for the server', () => {
  const { get, kept } = open()
  get().apply('Rename', [rename('Web', 'a')])
  get().undo()
  expect(get().model.components.a?.name).toBe('a')
  get().redo()
  expect(get().model.components.a?.name).toBe('Web')
  expect(kept.map((change) => change.label)).toEqual(['Rename', 'Undo: Rename', 'Rename'])
  expect(new Set(kept.map((change) => change.id)).size).toBe(3)
})

test('undo leaves what was changed since, and says so', () => {
  const { store, get, kept } = open()
  get().apply('Rename', [rename('Web', 'a')])
  get().apply('Rename by another', [rename('Shop', 'Web')])
  store.setState({ steps: { ...get().steps, undo: get().steps.undo.slice(0, 1) } })
  expect(get().undo()).toContain('stays as it is')
  expect(get().model.components.a?.name).toBe('Shop')
  expect([kept.length, get().refused.length]).toEqual([2, 0])
})

test('a refused edit can be applied over the value that stands, or let go', () => {
  const { get, forgotten } = open()
  get().apply('Rename', [rename('Web', 'not its name')])
  const [refused] = get().refused
  if (!refused) throw new Error('Nothing was refused.')
  expect(refused.refusal.current).toBe('a')
  get().takeMine(refused)
  expect(get().model.components.a?.name).toBe('Web')
  expect([get().refused, forgotten]).toEqual([[], [refused.change.id]])
})

test('who may not edit changes nothing', () => {
  const { get, kept } = open(false)
  expect(get().apply('Rename', [rename('Web', 'a')])).toBe(false)
  expect([get().model.components.a?.name, kept]).toEqual(['a', []])
})

test('a model that is drawn first is looked at when asked, with what was changed meanwhile', () => {
  const { pack: at } = testCatalogue()
  const init = {
    modelId: 'm1',
    seq: 0,
    model: populatedModel(at.hash),
    pack: at,
    actor: { id: 'u1', name: 'Ada' },
    canEdit: true,
    now: '2026-06-15T08:00:00.000Z',
  }
  let ids = 0
  const store = (isLater: boolean) =>
    createModelStore(
      init,
      () => undefined,
      () => `c${++ids}`,
      isLater,
    )
  const [later, atOnce] = [store(true), store(false)]
  expect(later.getState().index).toMatchObject({ isPending: true, rows: [] })
  for (const each of [later, atOnce]) expect(each.getState().apply('Harden', [harden])).toBe(true)
  expect(later.getState().index.isPending).toBe(true)
  expect(later.getState().look(() => true)).toBe(false)
  expect(later.getState().index.isPending).toBe(true)
  expect(later.getState().look()).toBe(true)
  expect(later.getState().index.isPending).toBeUndefined()
  expect(later.getState().index.rows).toEqual(atOnce.getState().index.rows)
  expect(atOnce.getState().index.rows.length).toBeGreaterThan(0)
})
