import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/auth/actor'
import type { Edit } from '@/lib/model/change'
import { Role } from '@/lib/model/protocol'
import { applyChanges } from '@/lib/services/apply-changes'
import { checkLog } from '@/lib/services/check-log'
import { createModel } from '@/lib/services/create-model'
import { deleteModel } from '@/lib/services/delete-model'
import { getModel } from '@/lib/services/get-model'
import { listChanges } from '@/lib/services/list-changes'
import { listModels } from '@/lib/services/list-models'
import { buildComponent } from '@/lib/testing/build-model'
import { makeWorkspace, openTestDatabase, type TestDatabase } from '@/lib/testing/test-database'

let db: TestDatabase
let ours: Awaited<ReturnType<typeof makeWorkspace>>
let theirs: Awaited<ReturnType<typeof makeWorkspace>>
let id: string

beforeAll(async () => {
  db = await openTestDatabase()
  ours = await makeWorkspace(db)
  theirs = await makeWorkspace(db)
})
afterAll(() => db.close())
beforeEach(async () => {
  const made = await createModel(ours.owner, { name: 'Shop', from: { kind: 'empty' } })
  if (!made.ok) throw new Error(made.sentence)
  id = made.value.id
})

const add: Edit = { type: 'add-component', component: buildComponent('web', 'box') }
const note: Edit = {
  type: 'add-note',
  note: { id: 'n1', text: 'x', by: 'x', at: '2026-01-01T00:00:00.000Z' },
}
const changes = (edit: Edit) => [{ id: 'c1', label: 'Test', atomic: false, edits: [edit] }]

/** Every use case on one model. */
const useCases = {
  getModel: (actor: Actor, model: string) => getModel(actor, { id: model }),
  listChanges: (actor: Actor, model: string) => listChanges(actor, { id: model, since: 1 }),
  applyChanges: (actor: Actor, model: string) =>
    applyChanges(actor, { id: model, base: 1, changes: changes(add) }),
  checkLog: (actor: Actor, model: string) => checkLog(actor, { id: model }),
  deleteModel: (actor: Actor, model: string) => deleteModel(actor, { id: model }),
}

describe('access to a model', () => {
  it.each(Object.entries(useCases))(
    'gives strangers of every role the answer of a missing id: %s',
    async (_name, ask) => {
      const missing = await ask(ours.owner, 'no-such-model')
      expect(missing).toMatchObject({ ok: false, code: 'not-found' })
      for (const role of Role.options) expect(await ask(theirs[role], id)).toEqual(missing)
      expect(await getModel(ours.owner, { id })).toMatchObject({ ok: true, value: { seq: 1 } })
    },
  )

  it.each(Object.entries(useCases))(
    'gives a deleted model the answer of a missing id: %s',
    async (_name, ask) => {
      await deleteModel(ours.owner, { id })
      expect(await ask(ours.owner, id)).toEqual(await ask(ours.owner, 'no-such-model'))
    },
  )

  it.each(Role.options)('lets a %s read', async (role) => {
    expect(await getModel(ours[role], { id })).toMatchObject({ ok: true, value: { role } })
    expect(await listChanges(ours[role], { id, since: 1 })).toMatchObject({ ok: true })
    expect(await listModels(ours[role])).toMatchObject({
      ok: true,
      value: expect.arrayContaining([expect.objectContaining({ id })]),
    })
  })

  it.each([
    ['owner', [], []],
    ['editor', [], []],
    ['reviewer', ['forbidden'], []],
    ['viewer', ['forbidden'], ['forbidden']],
  ] as const)('lets a %s describe and judge as the policy says', async (role, describing, judging) => {
    const described = await applyChanges(ours[role], { id, base: 1, changes: changes(add) })
    expect(described).toMatchObject({ ok: true, value: { refused: describing.map((code) => ({ code })) } })
    const judged = await applyChanges(ours[role], {
      id,
      base: 1,
      changes: [{ ...changes(note)[0], id: 'c2' } as never],
    })
    expect(judged).toMatchObject({ ok: true, value: { refused: judging.map((code) => ({ code })) } })
  })

  it('lets only owners delete a model and check its log', async () => {
    for (const role of ['editor', 'reviewer', 'viewer'] as const) {
      expect(await deleteModel(ours[role], { id })).toMatchObject({ ok: false, code: 'forbidden' })
      expect(await checkLog(ours[role], { id })).toMatchObject({ ok: false, code: 'forbidden' })
    }
    expect(await checkLog(ours.owner, { id })).toMatchObject({ ok: true })
    expect(await deleteModel(ours.owner, { id })).toEqual({ ok: true, value: { id } })
  })

  it('lets only owners and editors make models', async () => {
    for (const role of ['reviewer', 'viewer'] as const) {
      expect(await createModel(ours[role], { from: { kind: 'empty' } })).toMatchObject({
        ok: false,
        code: 'forbidden',
      })
    }
    expect(await createModel(ours.editor, { from: { kind: 'empty' } })).toMatchObject({ ok: true })
  })

  it('lists the models of the own workspace only', async () => {
    const listed = await listModels(theirs.owner)
    expect(listed).toEqual({ ok: true, value: [] })
  })
})
