import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/auth/actor'
import { setDatabase } from '@/lib/db/database'
import { applyChange } from '@/lib/model/apply-change'
import { canonicalJson } from '@/lib/model/canonical'
import type { Change, Edit } from '@/lib/model/change'
import { ChangesAnswer } from '@/lib/model/protocol'
import { applyChanges } from '@/lib/services/apply-changes'
import { checkLog } from '@/lib/services/check-log'
import { createModel } from '@/lib/services/create-model'
import { getModel } from '@/lib/services/get-model'
import { listChanges } from '@/lib/services/list-changes'
import { arbitraryEdit } from '@/lib/testing/arbitrary-model'
import { buildComponent } from '@/lib/testing/build-model'
import { makeWorkspace, openTestDatabase, type TestDatabase } from '@/lib/testing/test-database'

let db: TestDatabase
let owner: Actor
let id: string

beforeAll(async () => {
  db = await openTestDatabase()
  owner = (await makeWorkspace(db)).owner
})
afterAll(() => db.close())
beforeEach(async () => {
  const made = await createModel(owner, { name: 'Shop', from: { kind: 'empty' } })
  if (!made.ok) throw new Error(made.sentence)
  id = made.value.id
})

const add = (componentId: string): Edit => ({
  type: 'add-component',
  component: buildComponent(componentId, 'box'),
})
const rename = (value: string, was: string): Edit => ({ type: 'set-meta', field: 'name', value, was })
const change = (changeId: string, edits: Edit[], atomic = false): Change => ({
  id: changeId,
  label: 'Test',
  atomic,
  edits,
})

async function send(base: number, ...changes: Change[]): Promise<ChangesAnswer> {
  const answer = await applyChanges(owner, { id, base, changes })
  if (!answer.ok) throw new Error(answer.sentence)
  return ChangesAnswer.parse(answer.value)
}

async function load() {
  const answer = await getModel(owner, { id })
  if (!answer.ok) throw new Error(answer.sentence)
  return answer.value
}

/** The model as its rows have it, past whatever is in memory. */
async function loadFromRows() {
  db.documents.delete(id)
  return load()
}

async function expectWholeLog(modelId: string): Promise<void> {
  expect(await checkLog(owner, { id: modelId })).toMatchObject({
    ok: true,
    value: expect.not.objectContaining({ fault: expect.anything() }),
  })
}

/** Does something as a process would that shares the database and nothing in memory. */
async function asAnotherProcess(task: () => Promise<unknown>): Promise<void> {
  const { documents, queues, ...rest } = db
  const forgetful = { get: () => undefined, last: () => undefined, set: () => {}, delete: () => {} }
  setDatabase({ ...rest, documents: forgetful, queues: new Map() })
  await task()
  setDatabase({ ...rest, documents, queues })
}

describe('applyChanges', () => {
  it('acknowledges what is in the rows, and answers with the entries after the base', async () => {
    const answer = await send(1, change('c1', [add('web')]), change('c2', [rename('Bank', 'Shop')]))
    expect(answer).toMatchObject({ seq: 3, accepted: ['c1', 'c2'], refused: [] })
    expect(answer.since.map((entry) => [entry.seq, entry.change.id, entry.by])).toEqual([
      [2, 'c1', owner.name],
      [3, 'c2', owner.name],
    ])
    const { seq, document } = await loadFromRows()
    expect(seq).toBe(3)
    expect(document.meta.name).toBe('Bank')
    expect(Object.keys(document.components)).toEqual(['web'])
  })

  it('applies a change once, however often it is sent', async () => {
    const first = await send(1, change('c1', [add('web')]))
    const second = await send(1, change('c1', [add('web')]))
    expect(second).toEqual(first)
    expect((await load()).seq).toBe(2)
  })

  it('applies a change once when it is sent many times at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => send(1, change('c1', [rename('Bank', 'Shop')]))),
    )
    for (const answer of answers) expect(answer).toMatchObject({ accepted: ['c1'], refused: [], seq: 2 })
    expect((await load()).seq).toBe(2)
  })

  it('keeps every one of many changes sent at once', async () => {
    const ids = Array.from({ length: 40 }, (_, index) => `c${index}`)
    await Promise.all(ids.map((name) => send(1, change(name, [add(name)]))))
    const { seq, document } = await loadFromRows()
    expect(seq).toBe(41)
    expect(Object.keys(document.components).sort()).toEqual(ids.sort())
  })

  it('commits saves of many models together, and a model that another process wrote to all the same', async () => {
    const models = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const made = await createModel(owner, { name: 'Shop', from: { kind: 'empty' } })
        if (!made.ok) throw new Error(made.sentence)
        return made.value.id
      }),
    )
    const [written = ''] = models
    await asAnotherProcess(() =>
      applyChanges(owner, { id: written, base: 1, changes: [change('c0', [add('their')])] }),
    )
    const answers = await Promise.all(
      models.map((model) =>
        applyChanges(owner, { id: model, base: 1, changes: [change('c1', [add('our')])] }),
      ),
    )
    expect(answers.map((answer) => answer.ok && answer.value.accepted)).toEqual(models.map(() => ['c1']))
    for (const model of models) {
      db.documents.delete(model)
      const found = await getModel(owner, { id: model })
      const names = found.ok ? Object.keys(found.value.document.components) : []
      expect(names.sort()).toEqual(model === written ? ['our', 'their'] : ['our'])
      await expectWholeLog(model)
    }
  })

  it('refuses an edit whose `was` no longer holds and says what stands, so nothing newer is overwritten', async () => {
    await send(1, change('c1', [rename('Bank', 'Shop')]))
    const late = await send(1, change('c2', [rename('Store', 'Shop')]))
    expect(late).toMatchObject({
      seq: 2,
      accepted: [],
      refused: [{ changeId: 'c2', edit: 0, code: 'changed', current: 'Bank' }],
      since: [{ seq: 2, change: { id: 'c1' } }],
    })
    expect((await loadFromRows()).document.meta.name).toBe('Bank')
  })

  it('leaves rows and log as they were when an atomic change is refused', async () => {
    const answer = await send(1, change('c1', [add('web'), rename('Store', 'Wrong')], true))
    expect(answer).toMatchObject({ seq: 1, accepted: [], refused: [{ edit: 1 }], since: [] })
    expect((await loadFromRows()).document.components).toEqual({})
  })

  it('tells a client that is too far behind, or ahead of the log, to load the model anew', async () => {
    await send(1, change('c1', [add('web')]))
    expect(await send(0, change('c1', [add('web')]))).toMatchObject({
      accepted: ['c1'],
      since: [],
      reload: true,
    })
    expect(await send(99, change('c1', [add('web')]))).toMatchObject({
      accepted: ['c1'],
      since: [],
      reload: true,
    })
    expect(await listChanges(owner, { id, since: 1 })).toMatchObject({
      ok: true,
      value: { seq: 2, since: [{ seq: 2 }] },
    })
    expect(await listChanges(owner, { id, since: 2 })).toEqual({ ok: true, value: { seq: 2, since: [] } })
  })

  it('notices what another process wrote and works on top of it', async () => {
    await load()
    await asAnotherProcess(() => send(1, change('c1', [rename('Bank', 'Shop')])))
    expect(await send(1, change('c2', [rename('Store', 'Shop')]))).toMatchObject({
      refused: [{ current: 'Bank' }],
    })
  })

  it('keeps ids of every form that an id may have apart', async () => {
    const ids = ['Web', 'web', 'web:8080/tcp', '0', `x${'é'.repeat(299)}`]
    const named = (own: string): Edit => ({
      type: 'add-component',
      component: buildComponent(own, 'box', { name: 'Box' }),
    })
    await send(1, change('c1', ids.map(named)))
    expect(Object.keys((await loadFromRows()).document.components).sort()).toEqual([...ids].sort())
  })

  it('writes rows that give the same document as the edits do in memory, whatever the edits', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(arbitraryEdit, { minLength: 1, maxLength: 12 }), { maxLength: 6 }),
        async (batches) => {
          const made = await createModel(owner, { name: 'Shop', from: { kind: 'empty' } })
          if (!made.ok) throw new Error(made.sentence)
          id = made.value.id
          let expected = (await load()).document
          for (const [index, edits] of batches.entries()) {
            const sent = change(`c${index}`, edits)
            await send(1, sent)
            expected = applyChange(expected, sent).model
          }
          const stored = (await loadFromRows()).document
          expect(unstamped(stored)).toEqual(unstamped(expected))
          await expectWholeLog(id)
        },
      ),
      { numRuns: 60 },
    )
  })
})

/** Without who and when, which the server puts there. */
function unstamped(value: unknown): unknown {
  return JSON.parse(canonicalJson(value), (key, item) =>
    ['by', 'at', 'who', 'when'].includes(key) ? undefined : item,
  )
}
