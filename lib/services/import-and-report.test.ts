import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readCatalogue } from '@/lib/cli/read-catalogue'
import { keepPack } from '@/lib/db/packs'
import type { ImportPlan } from '@/lib/importers/import-plan'
import type { Result } from '@/lib/model/protocol'
import { applyChanges } from '@/lib/services/apply-changes'
import { createModel } from '@/lib/services/create-model'
import { exportReport } from '@/lib/services/export-report'
import { getModel } from '@/lib/services/get-model'
import { planImport } from '@/lib/services/plan-import'
import { buildWorker } from '@/lib/testing/build-worker'
import { makeWorkspace, openTestDatabase, type TestDatabase } from '@/lib/testing/test-database'
import type { PlannedBytes } from '@/lib/workers/plan-given'
import { readSample } from '@/prisma/scenarios/read-sample'

let db: TestDatabase
let ours: Awaited<ReturnType<typeof makeWorkspace>>
let id: string
const upload = { files: readSample('shop'), unreadable: [] }

beforeAll(async () => {
  // The launcher builds them; here they are built anew, so that no older ones answer.
  await Promise.all([buildWorker('parse'), buildWorker('report')])
  db = await openTestDatabase()
  ours = await makeWorkspace(db)
  const catalogue = readCatalogue()
  if (!catalogue.ok) throw new Error(JSON.stringify(catalogue.problems))
  await keepPack(catalogue.pack, new Date().toISOString())
}, 60_000)
afterAll(() => db.close())
beforeEach(async () => {
  id = value(await createModel(ours.owner, { name: 'Shop: "A/B"', from: { kind: 'empty' } })).id
})

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.sentence)
  return result.value
}

function readPlan({ json }: PlannedBytes): ImportPlan {
  return JSON.parse(new TextDecoder().decode(json)) as ImportPlan
}

describe('planImport', () => {
  it('shows what committing then does, to the letter, and changes nothing itself', async () => {
    const plan = readPlan(value(await planImport(ours.editor, { id }, upload)))
    expect(value(await getModel(ours.owner, { id })).seq).toBe(1)
    if (!plan.change) throw new Error('There is nothing to do.')
    const answer = value(await applyChanges(ours.editor, { id, base: plan.baseSeq, changes: [plan.change] }))
    expect(answer).toMatchObject({ seq: 2, accepted: [plan.change.id], refused: [] })
    const { document } = value(await getModel(ours.owner, { id }))
    const added = plan.added.map((item) => item.elementId).sort()
    expect([...Object.keys(document.components), ...Object.keys(document.flows)].sort()).toEqual(added)
  })

  it('has nothing to do when the same files come again', async () => {
    const plan = readPlan(value(await planImport(ours.editor, { id }, upload)))
    if (!plan.change) throw new Error('There is nothing to do.')
    await applyChanges(ours.editor, { id, base: 1, changes: [plan.change] })
    const again = readPlan(value(await planImport(ours.editor, { id }, upload)))
    expect(again).toMatchObject({ added: [], changed: [], gone: [], baseSeq: 2 })
    expect(again.change).toBeUndefined()
  })

  it('adds the same files once when two people planned and both commit', async () => {
    const plans = [
      await planImport(ours.editor, { id }, upload),
      await planImport(ours.owner, { id }, upload),
    ]
    const answers = []
    for (const plan of plans) {
      const { change } = readPlan(value(plan))
      if (!change) throw new Error('There is nothing to do.')
      answers.push(value(await applyChanges(ours.editor, { id, base: 1, changes: [change] })))
    }
    expect(answers[0]?.refused).toEqual([])
    expect(answers[1]).toMatchObject({ accepted: [], refused: [{ code: 'exists' }], seq: 2 })
  })

  it('lists files that are no text and files that nobody can read', async () => {
    const files = [
      ...upload.files,
      { path: 'notes.txt', text: 'hello' },
      { path: 'broken.yaml', text: 'services: [' },
      { path: 'logo', bytes: new Uint8Array([0x89, 0x50, 0xff, 0xfe]) },
    ]
    const plan = readPlan(value(await planImport(ours.editor, { id }, { files })))
    const named = [...plan.unreadable, ...plan.skipped].map((each) => each.file)
    expect(named).toEqual(expect.arrayContaining(['logo', 'notes.txt', 'broken.yaml']))
    expect(plan.added.length).toBeGreaterThan(5)
  })

  it('gives strangers and missing ids one answer, and refuses roles that may not change the model', async () => {
    const theirs = await makeWorkspace(db)
    const missing = await planImport(ours.owner, { id: 'none' }, upload)
    expect(await planImport(theirs.owner, { id }, upload)).toEqual(missing)
    for (const role of ['reviewer', 'viewer'] as const) {
      expect(await planImport(ours[role], { id }, upload)).toMatchObject({ ok: false, code: 'forbidden' })
    }
  })
})

describe('exportReport', () => {
  const now = () => new Date('2026-05-01T10:00:00Z')

  beforeEach(async () => {
    const { change } = readPlan(value(await planImport(ours.editor, { id }, upload)))
    if (change) await applyChanges(ours.editor, { id, base: 1, changes: [change] })
  })

  it.each(['markdown', 'svg', 'csv', 'json', 'model'])(
    'gives equal bytes for an equal model as %s',
    async (format) => {
      const first = value(await exportReport(ours.viewer, { id, format }, now))
      db.documents.delete(id)
      expect(value(await exportReport(ours.viewer, { id, format }, now))).toEqual(first)
      expect(first.bytes.length).toBeGreaterThan(200)
    },
  )

  it('names the file after the model, safely, and gives the drawing beside a Markdown report', async () => {
    const { name } = value(await exportReport(ours.viewer, { id, format: 'markdown' }, now))
    expect(name).toBe('Shop A B.md')
    const drawing = value(
      await exportReport(ours.viewer, { id, format: 'markdown', file: 'drawing.svg' }, now),
    )
    expect(drawing).toMatchObject({ name: 'drawing.svg', mediaType: 'image/svg+xml' })
    expect(await exportReport(ours.viewer, { id, format: 'markdown', file: '../x' }, now)).toMatchObject({
      code: 'not-found',
    })
  })

  it('exports a file that makes the same model again', async () => {
    const { bytes } = value(await exportReport(ours.viewer, { id, format: 'model' }, now))
    const text = new TextDecoder().decode(bytes)
    const copy = value(await createModel(ours.owner, { from: { kind: 'file', text } }))
    const again = value(await exportReport(ours.viewer, { id: copy.id, format: 'model' }, now))
    expect(again.bytes).toEqual(bytes)
  })

  it('says which formats there are, and gives strangers the answer of a missing id', async () => {
    expect(await exportReport(ours.viewer, { id, format: 'doc' }, now)).toMatchObject({
      code: 'invalid',
      sentence: expect.stringContaining('markdown'),
    })
    const theirs = await makeWorkspace(db)
    const missing = await exportReport(ours.owner, { id: 'none', format: 'markdown' }, now)
    expect(await exportReport(theirs.owner, { id, format: 'markdown' }, now)).toEqual(missing)
  })
})
