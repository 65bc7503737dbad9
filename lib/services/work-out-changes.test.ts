import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/auth/actor'
import type { Change, Edit } from '@/lib/model/change'
import { type Situation, workOutChanges } from '@/lib/services/work-out-changes'
import { buildComponent, buildModel } from '@/lib/testing/build-model'

const editor: Actor = { userId: 'u1', name: 'Ann', workspaceId: 'w1', role: 'editor' }
const at = '2026-05-01T10:00:00.000Z'

function situation(extra: Partial<Situation> = {}): Situation {
  const document = buildModel([buildComponent('web', 'box')])
  return {
    actor: editor,
    workspaceId: 'w1',
    document,
    sent: new Map(),
    packs: new Set(),
    maxComponents: 3,
    at,
    ...extra,
  }
}

const rename = (id: string, value: string, was: string): Edit => ({
  type: 'set-component',
  field: 'name',
  id,
  value,
  was,
})
const note = (id: string, by = 'Mallory'): Edit => ({
  type: 'add-note',
  note: { id, text: 'Look here.', by, at: '1999-01-01T00:00:00.000Z' },
})
const change = (id: string, edits: Edit[], atomic = false): Change => ({ id, label: 'Test', atomic, edits })

describe('workOutChanges', () => {
  it('applies changes in order, each on what the one before left', () => {
    const outcome = workOutChanges(situation(), [
      change('c1', [rename('web', 'shop', 'web')]),
      change('c2', [rename('web', 'bank', 'shop')]),
    ])
    expect(outcome.document.components.web?.name).toBe('bank')
    expect(outcome.accepted).toEqual(['c1', 'c2'])
    expect(outcome.entries).toHaveLength(2)
  })

  it('applies a change once when it comes twice in one request', () => {
    const twice = change('c1', [note('n1')])
    const outcome = workOutChanges(situation(), [twice, twice])
    expect(outcome.accepted).toEqual(['c1', 'c1'])
    expect(outcome.entries).toHaveLength(1)
    expect(outcome.refused).toEqual([])
  })

  it('refuses another change under an id that is in the log, instead of swallowing it', () => {
    const first = workOutChanges(situation(), [change('c1', [note('n1')])])
    const sent = new Map(first.entries.map((entry) => [entry.change.id, entry]))
    const outcome = workOutChanges(situation({ sent, document: first.document }), [
      change('c1', [note('n2')]),
    ])
    expect(outcome.accepted).toEqual([])
    expect(outcome.refused).toMatchObject([{ changeId: 'c1', edit: 0, code: 'exists' }])
  })

  it('refuses an edit whose `was` no longer holds, with the value that stands, and applies the others', () => {
    const outcome = workOutChanges(situation(), [change('c1', [rename('web', 'a', 'old'), note('n1')])])
    expect(outcome.refused).toMatchObject([{ changeId: 'c1', edit: 0, code: 'changed', current: 'web' }])
    expect(outcome.accepted).toEqual(['c1'])
    expect(outcome.entries[0]?.change.edits).toMatchObject([{ type: 'add-note' }])
  })

  it('tells the sender of a repeated change again which of its edits were refused', () => {
    const both = change('c1', [rename('web', 'a', 'old'), note('n1')])
    const first = workOutChanges(situation(), [both])
    const sent = new Map(first.entries.map((entry) => [entry.change.id, entry]))
    const again = workOutChanges(situation({ sent, document: first.document }), [both])
    expect(again).toMatchObject({ accepted: ['c1'], refused: first.refused, entries: [] })
  })

  it('applies nothing of an atomic change when one edit is refused', () => {
    const outcome = workOutChanges(situation(), [change('c1', [note('n1'), rename('web', 'a', 'old')], true)])
    expect(outcome.accepted).toEqual([])
    expect(outcome.entries).toEqual([])
    expect(outcome.document.notes).toEqual({})
    expect(outcome.refused).toMatchObject([{ edit: 1, code: 'changed' }])
  })

  it('names the place of a refused edit in the change as it was sent, past forbidden ones', () => {
    const reviewer: Actor = { ...editor, role: 'reviewer' }
    const removeNothing: Edit = { type: 'remove-note', id: 'n9' }
    const outcome = workOutChanges(situation({ actor: reviewer }), [
      change('c1', [rename('web', 'a', 'web'), note('n1'), removeNothing]),
    ])
    expect(outcome.refused.map(({ edit, code }) => [edit, code])).toEqual([
      [0, 'forbidden'],
      [2, 'missing'],
    ])
    expect(outcome.document.notes.n1?.text).toBe('Look here.')
  })

  it('refuses an atomic change whole when the role forbids one of its edits', () => {
    const reviewer: Actor = { ...editor, role: 'reviewer' }
    const outcome = workOutChanges(situation({ actor: reviewer }), [
      change('c1', [note('n1'), rename('web', 'a', 'web')], true),
    ])
    expect(outcome).toMatchObject({ accepted: [], entries: [], refused: [{ edit: 1, code: 'forbidden' }] })
    expect(outcome.document.notes).toEqual({})
  })

  it('puts its own who and when on what is written', () => {
    const outcome = workOutChanges(situation(), [change('c1', [note('n1')])])
    expect(outcome.document.notes.n1).toMatchObject({ by: 'Ann', at })
  })

  it('refuses a catalogue that is not here', () => {
    const pin: Edit = { type: 'pin-catalogue', value: 'elsewhere', was: 'test' }
    expect(workOutChanges(situation(), [change('c1', [pin])]).refused).toMatchObject([{ code: 'invalid' }])
    const packs = new Set(['elsewhere'])
    expect(workOutChanges(situation({ packs }), [change('c1', [pin])]).document.catalogue).toBe('elsewhere')
  })

  it('refuses a change that would make the model larger than it may be, whole', () => {
    const add = (id: string): Edit => ({ type: 'add-component', component: buildComponent(id, 'box') })
    const outcome = workOutChanges(situation(), [
      change('c1', [add('a'), add('b'), add('c')]),
      change('c2', [add('a'), add('b')]),
    ])
    expect(outcome.refused).toMatchObject([{ changeId: 'c1', edit: 0, code: 'invalid' }])
    expect(outcome.accepted).toEqual(['c2'])
  })
})
