import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/auth/actor'
import type { Edit } from '@/lib/model/change'
import { applyChanges } from '@/lib/services/apply-changes'
import { checkAllLogs } from '@/lib/services/check-all-logs'
import { checkLog } from '@/lib/services/check-log'
import { createModel } from '@/lib/services/create-model'
import { deleteModel } from '@/lib/services/delete-model'
import { buildComponent } from '@/lib/testing/build-model'
import { randomOf } from '@/lib/testing/random'
import { openLog } from '@/lib/testing/tamper-log'
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
  for (const name of ['web', 'db', 'cache']) {
    const edits: Edit[] = [{ type: 'add-component', component: buildComponent(name, 'box') }]
    await applyChanges(owner, { id, base: 1, changes: [{ id: name, label: 'Add', atomic: true, edits }] })
  }
})

async function fault() {
  const result = await checkLog(owner, { id })
  if (!result.ok) throw new Error(result.sentence)
  return result.value.fault
}

describe('checkLog', () => {
  it('finds nothing in a log that nobody touched', async () => {
    expect(await checkLog(owner, { id })).toMatchObject({ ok: true, value: { entries: 4 } })
    expect(await fault()).toBeUndefined()
  })

  it.each(['payload', 'actor', 'at', 'changeId'] as const)('finds a changed %s', async (field) => {
    const entry = await db.client.changeLog.findFirstOrThrow({ where: { modelId: id, seq: 3 } })
    const forged = field === 'payload' ? entry.payload.replace('db', 'dc') : `${entry[field]}x`
    await db.client.changeLog.updateMany({ where: { modelId: id, seq: 3 }, data: { [field]: forged } })
    expect(await fault()).toMatchObject({ seq: 3, sentence: expect.stringContaining('changed') })
  })

  it('finds a missing entry', async () => {
    await db.client.changeLog.deleteMany({ where: { modelId: id, seq: 2 } })
    expect(await fault()).toMatchObject({ seq: 2, sentence: expect.stringContaining('missing') })
  })

  it('finds a cut end, also when the head was made to fit', async () => {
    await db.client.changeLog.deleteMany({ where: { modelId: id, seq: 4 } })
    expect(await fault()).toMatchObject({ seq: 3, sentence: expect.stringContaining('cut off') })
    const last = await db.client.changeLog.findFirstOrThrow({ where: { modelId: id, seq: 3 } })
    await db.client.savedModel.updateMany({ where: { id }, data: { seq: 3, hash: last.hash } })
    await db.client.componentRow.deleteMany({ where: { modelId: id, key: 'cache' } })
    expect(await fault()).toMatchObject({ seq: 3 })
  })

  it('finds an entry of another model in the place of one', async () => {
    const made = await createModel(owner, { name: 'Shop', from: { kind: 'empty' } })
    if (!made.ok) throw new Error(made.sentence)
    const foreign = await db.client.changeLog.findFirstOrThrow({ where: { modelId: made.value.id, seq: 1 } })
    const { modelId: _, ...rest } = foreign
    await db.client.changeLog.updateMany({ where: { modelId: id, seq: 1 }, data: rest })
    expect(await fault()).toMatchObject({ seq: 1 })
  })

  it('checks every model of the database, those in the bin too', async () => {
    await deleteModel(owner, { id })
    await db.client.changeLog.updateMany({ where: { modelId: id, seq: 2 }, data: { at: 'never' } })
    const checked = await checkAllLogs()
    expect(checked.length).toBeGreaterThan(1)
    expect(checked.filter(({ fault }) => fault).map((each) => each.id)).toContain(id)
  })

  it('finds rows that were changed behind the log', async () => {
    const body = JSON.stringify(buildComponent('web', 'box', { name: 'forged' }))
    await db.client.componentRow.updateMany({ where: { modelId: id, key: 'web' }, data: { body } })
    expect(await fault()).toMatchObject({ seq: 4, sentence: expect.stringContaining('rows') })
  })

  it('finds each of 1,000 random changes, deletions, swaps and cuts', async () => {
    const log = openLog(db.databaseFile, id)
    const random = randomOf(2026)
    const unseen: string[] = []
    for (let round = 0; round < 1000; round += 1) {
      const what = log.tamper(random)
      if (!(await fault())) unseen.push(what)
    }
    log.restore()
    log.close()
    expect(unseen).toEqual([])
    expect(await fault()).toBeUndefined()
  }, 240_000)
})
