import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Edit } from '@/lib/model/change'
import { applyChanges } from '@/lib/services/apply-changes'
import { compareVersions } from '@/lib/services/compare-versions'
import { createModel } from '@/lib/services/create-model'
import { exportReport } from '@/lib/services/export-report'
import { getModel } from '@/lib/services/get-model'
import { getVersion } from '@/lib/services/get-version'
import { keepVersion } from '@/lib/services/keep-version'
import { listHistory } from '@/lib/services/list-history'
import { listVersions } from '@/lib/services/list-versions'
import { planUndo } from '@/lib/services/plan-undo'
import { removeVersion } from '@/lib/services/remove-version'
import { buildComponent } from '@/lib/testing/build-model'
import { buildWorker } from '@/lib/testing/build-worker'
import { makeWorkspace, openTestDatabase, type TestDatabase } from '@/lib/testing/test-database'

let db: TestDatabase
let ours: Awaited<ReturnType<typeof makeWorkspace>>
let id: string
const now = () => new Date('2026-11-21T10:00:00.000Z')

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
})

let count = 0
async function save(label: string, edits: Edit[], who = ours.owner): Promise<void> {
  const change = { id: `c${++count}`, label, atomic: true, edits }
  const answer = await applyChanges(who, { id, base: 1, changes: [change] }, now)
  if (!answer.ok || answer.value.refused.length > 0) throw new Error(JSON.stringify(answer))
}

const add = (name: string): Edit => ({ type: 'add-component', component: buildComponent(name, 'box') })
const rename = (component: string, value: string, was: string): Edit => ({
  type: 'set-component',
  id: component,
  field: 'name',
  value,
  was,
})
const historyNow = async () => {
  const history = await listHistory(ours.viewer, { id })
  if (!history.ok) throw new Error(history.sentence)
  return history.value
}
const documentNow = async () => {
  const model = await getModel(ours.owner, { id })
  if (!model.ok) throw new Error(model.sentence)
  return model.value.document
}

describe('the history', () => {
  it('tells who changed what when, the newest first, in words', async () => {
    await save('Draw web', [add('web')])
    await save('Rename web', [rename('web', 'front', 'web')], ours.editor)
    const { entries, total, older } = await historyNow()
    expect({ total, older }).toEqual({ total: 3, older: undefined })
    expect(entries).toMatchObject([
      { seq: 3, label: 'Rename web', by: ours.editor.name, canUndo: true },
      { seq: 2, label: 'Draw web', by: ours.owner.name, canUndo: true },
      { seq: 1, canUndo: false, words: ['Begins with nothing in it'] },
    ])
    expect(entries[0]?.words).toEqual(['Renames “front” to “front”'])
    expect(entries[1]?.words[0]).toMatch(/^Adds .*“web”$/)
  })

  it('names what is gone, and counts what is many', async () => {
    await save(
      'Draw',
      Array.from({ length: 12 }, (_, index) => add(`box-${index}`)),
    )
    await save('Remove', [{ type: 'remove-component', id: 'box-3' }])
    const { entries } = await historyNow()
    expect(entries[0]?.words).toEqual(['Removes “box-3”'])
    expect(entries[1]?.words).toEqual(['Adds 12 components'])
  })

  it('comes a page at a time', async () => {
    for (let index = 0; index < 55; index += 1) await save(`Draw ${index}`, [add(`box-${index}`)])
    const first = await historyNow()
    expect(first.entries).toHaveLength(50)
    const rest = await listHistory(ours.viewer, { id, before: first.older ?? 0 })
    expect(rest.ok && rest.value.entries.map(({ seq }) => seq)).toEqual([6, 5, 4, 3, 2, 1])
  })
})

describe('undoing a past change', () => {
  it('takes back what still applies and leaves what was changed since', async () => {
    await save('Draw both', [add('web'), add('db')])
    await save('Rename both', [rename('web', 'front', 'web'), rename('db', 'store', 'db')])
    await save('Rename web again', [rename('web', 'shop', 'front')], ours.editor)
    const plan = await planUndo(ours.owner, { id, seq: 3 })
    expect(plan).toMatchObject({ ok: true, value: { label: 'Rename both', left: 1 } })
    await save('Undo', plan.ok ? plan.value.edits : [])
    const { components } = await documentNow()
    expect([components.web?.name, components.db?.name]).toEqual(['shop', 'db'])
  })

  it('brings back what was removed, as it was then', async () => {
    await save('Draw', [add('web')])
    await save('Rename', [rename('web', 'front', 'web')])
    const before = await documentNow()
    await save('Remove', [{ type: 'remove-component', id: 'web' }])
    const plan = await planUndo(ours.owner, { id, seq: 4 })
    await save('Undo', plan.ok ? plan.value.edits : [])
    expect(await documentNow()).toEqual(before)
  })

  it('does not undo the making of a model or what never was', async () => {
    expect(await planUndo(ours.owner, { id, seq: 1 })).toMatchObject({ code: 'invalid' })
    expect(await planUndo(ours.owner, { id, seq: 9 })).toMatchObject({ code: 'not-found' })
  })
})

describe('a named version', () => {
  async function keep(name: string): Promise<string> {
    const kept = await keepVersion(ours.reviewer, { id, name, note: 'For the board' }, now)
    if (!kept.ok) throw new Error(kept.sentence)
    return kept.value.versionId
  }

  it('never changes, neither its document nor any file of its report', async () => {
    await save('Draw', [add('web')])
    const versionId = await keep('First')
    const before = await getVersion(ours.viewer, { id, versionId })
    const files = async () =>
      Promise.all(
        ['markdown', 'json', 'csv'].map((format) =>
          exportReport(ours.viewer, { id, version: versionId, format }),
        ),
      )
    const filesBefore = await files()
    await save('Draw more', [add('db'), rename('web', 'front', 'web')])
    expect(await getVersion(ours.viewer, { id, versionId })).toEqual(before)
    expect(await files()).toEqual(filesBefore)
    const { hash } = await db.client.changeLog.findUniqueOrThrow({
      where: { modelId_seq: { modelId: id, seq: 2 } },
    })
    expect(before).toMatchObject({
      ok: true,
      value: { seq: 2, report: { basis: { seq: 2, logHash: hash } } },
    })
  })

  it('is compared with another one or with now', async () => {
    await save('Draw', [add('web'), add('old')])
    const from = await keep('First')
    expect(await compareVersions(ours.viewer, { id, from, to: 'now' })).toMatchObject({
      value: { parts: [] },
    })
    await save('Change', [add('db'), rename('web', 'front', 'web'), { type: 'remove-component', id: 'old' }])
    const to = await keep('Second')
    const expected = {
      ok: true,
      value: {
        from: 'First',
        parts: [
          {
            label: 'Components',
            differences: [
              { kind: 'added', name: 'db', what: [] },
              { kind: 'removed', name: 'old', what: [] },
              { kind: 'changed', name: 'front', what: [{ label: 'name', from: 'web', to: 'front' }] },
            ],
          },
        ],
      },
    }
    expect(await compareVersions(ours.viewer, { id, from, to })).toMatchObject(expected)
    expect(await compareVersions(ours.viewer, { id, from, to: 'now' })).toMatchObject(expected)
  })

  it('belongs to its model, and only owners remove it', async () => {
    const versionId = await keep('First')
    const other = await createModel(ours.owner, { from: { kind: 'empty' } })
    const otherId = other.ok ? other.value.id : ''
    expect(await getVersion(ours.owner, { id: otherId, versionId })).toMatchObject({ code: 'not-found' })
    expect(await removeVersion(ours.owner, { id: otherId, versionId })).toMatchObject({ code: 'not-found' })
    expect(await removeVersion(ours.editor, { id, versionId })).toMatchObject({ code: 'forbidden' })
    expect(await listVersions(ours.viewer, { id })).toMatchObject({
      value: [{ name: 'First', keptBy: ours.reviewer.name }],
    })
    expect(await removeVersion(ours.owner, { id, versionId })).toMatchObject({ ok: true })
    expect(await listVersions(ours.viewer, { id })).toEqual({ ok: true, value: [] })
  })
})
