import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { insertWorkspace } from '@/lib/db/members'
import { applyChanges } from '@/lib/services/apply-changes'
import { archiveModel } from '@/lib/services/archive-model'
import { checkLog } from '@/lib/services/check-log'
import { createModel } from '@/lib/services/create-model'
import { deleteModel } from '@/lib/services/delete-model'
import { duplicateModel } from '@/lib/services/duplicate-model'
import { getModel } from '@/lib/services/get-model'
import { isArchived } from '@/lib/services/is-archived'
import { keepVersion } from '@/lib/services/keep-version'
import { listBin } from '@/lib/services/list-bin'
import { listModels } from '@/lib/services/list-models'
import { moveModel } from '@/lib/services/move-model'
import { purgeModel } from '@/lib/services/purge-model'
import { restoreModel } from '@/lib/services/restore-model'
import { buildComponent } from '@/lib/testing/build-model'
import { buildWorker } from '@/lib/testing/build-worker'
import { makeWorkspace, openTestDatabase, type TestDatabase } from '@/lib/testing/test-database'

let db: TestDatabase
let ours: Awaited<ReturnType<typeof makeWorkspace>>
let id: string
const start = new Date('2026-11-21T10:00:00.000Z')
const later = (days: number) => () => new Date(start.getTime() + days * 24 * 60 * 60_000)
const now = later(0)

beforeAll(async () => {
  await buildWorker('report')
  db = await openTestDatabase()
})
afterAll(() => db.close())
beforeEach(async () => {
  ours = await makeWorkspace(db)
  const made = await createModel(ours.owner, { name: 'Shop', from: { kind: 'empty' } }, { now })
  if (!made.ok) throw new Error(made.sentence)
  id = made.value.id
  await save('c1')
})

const save = (changeId: string) =>
  applyChanges(
    ours.owner,
    {
      id,
      base: 1,
      changes: [
        {
          id: changeId,
          label: 'Draw',
          atomic: true,
          edits: [{ type: 'add-component', component: buildComponent(changeId, 'box') }],
        },
      ],
    },
    now,
  )

const listed = async () => {
  const result = await listModels(ours.owner, now)
  return result.ok ? result.value : []
}

describe('a deleted model', () => {
  it('can be taken back whole for thirty days', async () => {
    const before = await getModel(ours.owner, { id })
    await deleteModel(ours.owner, { id }, now)
    expect(await getModel(ours.owner, { id })).toMatchObject({ code: 'not-found' })
    expect(await save('late')).toMatchObject({ code: 'not-found' })
    expect(await listed()).toEqual([])
    expect(await listBin(ours.owner)).toMatchObject({
      ok: true,
      value: [{ id, name: 'Shop', deletedBy: ours.owner.name, goesAt: later(30)().toISOString() }],
    })
    await listModels(ours.owner, later(29))
    expect(await restoreModel(ours.owner, { id })).toEqual({ ok: true, value: { id } })
    expect(await getModel(ours.owner, { id })).toEqual(before)
    expect(await checkLog(ours.owner, { id })).toMatchObject({ ok: true, value: { entries: 2 } })
    expect((await checkLog(ours.owner, { id })) as object).not.toHaveProperty('value.fault')
  })

  it('goes for good after thirty days, or at once when an owner says so, and keeps nothing of what it held', async () => {
    await keepVersion(ours.owner, { id, name: 'First', note: '' }, now)
    await deleteModel(ours.owner, { id }, now)
    await listModels(ours.owner, later(31))
    expect(await restoreModel(ours.owner, { id })).toMatchObject({ code: 'not-found' })
    expect(await listBin(ours.owner)).toEqual({ ok: true, value: [] })
    const { client } = db
    for (const count of [
      client.componentRow.count({ where: { modelId: id } }),
      client.viewRow.count({ where: { modelId: id } }),
      client.changeLog.count({ where: { modelId: id } }),
      client.verdictCache.count({ where: { modelId: id } }),
      client.namedVersion.count({ where: { modelId: id } }),
    ]) {
      expect(await count).toBe(0)
    }
    const again = await createModel(ours.owner, { from: { kind: 'empty' } })
    const other = again.ok ? again.value.id : ''
    expect(await purgeModel(ours.owner, { id: other })).toMatchObject({ code: 'not-found' })
    await deleteModel(ours.owner, { id: other })
    expect(await purgeModel(ours.owner, { id: other })).toMatchObject({ ok: true })
    expect(await restoreModel(ours.owner, { id: other })).toMatchObject({ code: 'not-found' })
  })
})

describe('an archived model', () => {
  it('is read, not changed, until it is brought back', async () => {
    expect(await archiveModel(ours.editor, { id, isArchived: true }, now)).toMatchObject({ ok: true })
    expect(await getModel(ours.viewer, { id })).toMatchObject({ ok: true })
    expect(await isArchived(ours.viewer, { id })).toBe(true)
    expect(await isArchived((await makeWorkspace(db)).owner, { id })).toBe(false)
    expect(await save('c2')).toMatchObject({ ok: false, code: 'conflict' })
    expect(await listed()).toMatchObject([{ id, archivedAt: now().toISOString() }])
    await archiveModel(ours.editor, { id, isArchived: false }, now)
    expect(await isArchived(ours.viewer, { id })).toBe(false)
    expect(await save('c2')).toMatchObject({ ok: true, value: { accepted: ['c2'] } })
  })
})

describe('a copy', () => {
  it('begins as the original is and goes its own way', async () => {
    const copied = await duplicateModel(ours.editor, { id }, now)
    const copyId = copied.ok ? copied.value.id : ''
    const [copy, original] = [await getModel(ours.owner, { id: copyId }), await getModel(ours.owner, { id })]
    if (!copy.ok || !original.ok) throw new Error('A model is missing.')
    const { meta, ...rest } = copy.value.document
    expect(meta.name).toBe('Copy of Shop')
    expect({ ...rest, meta: original.value.document.meta }).toEqual(original.value.document)
    await save('only-there')
    expect(await getModel(ours.owner, { id: copyId })).toEqual(copy)
    expect((await checkLog(ours.owner, { id: copyId })) as object).not.toHaveProperty('value.fault')
  })

  it('of the longest name there may be has one too', async () => {
    const made = await createModel(ours.owner, { name: '🐋'.repeat(100), from: { kind: 'empty' } })
    expect(await duplicateModel(ours.owner, { id: made.ok ? made.value.id : '' })).toMatchObject({ ok: true })
  })
})

describe('moving', () => {
  it('takes a model and its history to another workspace where the owner may make models', async () => {
    const theirs = await makeWorkspace(db)
    const { owner } = ours
    const to = theirs.workspaceId
    expect(await moveModel(owner, { id, toWorkspaceId: to })).toMatchObject({ code: 'not-found' })
    await db.client.membership.create({ data: { workspaceId: to, userId: owner.userId, role: 'viewer' } })
    expect(await moveModel(owner, { id, toWorkspaceId: to })).toMatchObject({ code: 'forbidden' })
    await db.client.membership.updateMany({
      where: { workspaceId: to, userId: owner.userId },
      data: { role: 'editor' },
    })
    expect(await moveModel(owner, { id, toWorkspaceId: to })).toMatchObject({ ok: true })
    expect(await getModel(ours.editor, { id })).toMatchObject({ code: 'not-found' })
    expect(await getModel(theirs.viewer, { id })).toMatchObject({ ok: true, value: { seq: 2 } })
    expect((await checkLog(theirs.owner, { id })) as object).not.toHaveProperty('value.fault')
  })
})

describe('the list', () => {
  it('counts a few models at a time and says which are still to be counted', async () => {
    const workspaceId = 'many'
    await db.client.$transaction((tx) =>
      insertWorkspace(tx, { id: workspaceId, name: 'Many', ownerId: ours.owner.userId }),
    )
    const owner = { ...ours.owner, workspaceId }
    for (let count = 0; count < 45; count += 1) await createModel(owner, { from: { kind: 'empty' } }, { now })
    const first = await listModels(owner, now)
    const cards = first.ok ? first.value : []
    expect(cards).toHaveLength(45)
    expect(cards.filter(({ counts }) => counts)).toHaveLength(40)
    expect(cards.filter(({ isCounting }) => isCounting)).toHaveLength(5)
    const second = await listModels(owner, later(300))
    expect(second.ok && second.value.every(({ counts, isCounting }) => counts && !isCounting)).toBe(true)
  })
})
