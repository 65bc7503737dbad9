import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/auth/actor'
import { keepScenarios } from '@/lib/db/scenarios'
import { canonicalJson } from '@/lib/model/canonical'
import type { Edit } from '@/lib/model/change'
import { writeModelFile } from '@/lib/model/model-file'
import { ModelCard, type Result } from '@/lib/model/protocol'
import type { ThreatModel } from '@/lib/model/threat-model'
import { applyChanges } from '@/lib/services/apply-changes'
import { checkLog } from '@/lib/services/check-log'
import { createModel } from '@/lib/services/create-model'
import { getModel } from '@/lib/services/get-model'
import { listModels } from '@/lib/services/list-models'
import { buildComponent, buildFlow, buildModel } from '@/lib/testing/build-model'
import { makeWorkspace, openTestDatabase, type TestDatabase } from '@/lib/testing/test-database'
import { testCatalogue } from '@/lib/testing/test-pack'

let db: TestDatabase
let owner: Actor

beforeAll(async () => {
  db = await openTestDatabase()
  owner = (await makeWorkspace(db)).owner
})
afterAll(() => db.close())

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.sentence)
  return result.value
}

const hash = testCatalogue().hash
const box = buildComponent('web', 'box', {}, { declared: true, privileged: true })
const decision = {
  threatId: 'T-PRIV',
  elementId: 'web',
  status: 'accepted' as const,
  reason: 'It is a lab.',
  fingerprint: 'f',
  by: 'Ann',
  at: '2026-01-01T00:00:00.000Z',
}
const model: ThreatModel = {
  ...buildModel([box, buildComponent('db', 'box')], [buildFlow('f', 'call', 'web', 'db')], hash),
  views: {
    only: { id: 'only', name: 'Only view', placements: { web: { x: 1, y: 2 }, removed: { x: 3, y: 4 } } },
  },
  decisions: { 'T-PRIV|web|': decision, 'T-PRIV|removed|': { ...decision, elementId: 'removed' } },
}

describe('createModel', () => {
  it('makes a model out of a Bulkhead file, to the last detail, with a log that holds', async () => {
    const { id, isRepinned } = value(
      await createModel(owner, { from: { kind: 'file', text: writeModelFile(model) } }),
    )
    expect(isRepinned).toBe(false)
    db.documents.delete(id)
    expect(canonicalJson(value(await getModel(owner, { id })).document)).toBe(canonicalJson(model))
    expect(value(await checkLog(owner, { id })).fault).toBeUndefined()
  })

  it('pins a file whose catalogue is not here to the newest one, and says so', async () => {
    const text = writeModelFile({ ...model, catalogue: 'elsewhere' })
    const { id, isRepinned } = value(await createModel(owner, { name: 'Mine', from: { kind: 'file', text } }))
    expect(isRepinned).toBe(true)
    expect(value(await getModel(owner, { id })).document).toMatchObject({
      catalogue: hash,
      meta: { name: 'Mine' },
    })
  })

  it.each([
    ['not JSON', 'hello'],
    ['no model', '{}'],
    ['a reserved key', '{"bulkhead":1,"__proto__":{}}'],
    ['a newer version', '{"bulkhead":99,"model":{}}'],
  ])('says what is wrong with a file that is %s', async (_what, text) => {
    const result = await createModel(owner, { from: { kind: 'file', text } })
    expect(result).toMatchObject({ ok: false, code: 'invalid', issues: expect.any(Array) })
  })

  it('makes a model out of a sample, under the id it is given', async () => {
    await keepScenarios([{ id: 'sample', name: 'Sample', position: 0, body: writeModelFile(model) }])
    const from = { kind: 'scenario', scenarioId: 'sample' } as const
    expect(value(await createModel(owner, { from }, { id: 'sample' })).id).toBe('sample')
    expect(await createModel(owner, { from }, { id: 'sample' })).toMatchObject({
      ok: false,
      code: 'conflict',
    })
    const other = { kind: 'scenario', scenarioId: 'none' } as const
    expect(await createModel(owner, { from: other })).toMatchObject({ ok: false, code: 'not-found' })
  })
})

describe('listModels', () => {
  it('counts threats by severity and state, and again after an edit', async () => {
    const { id } = value(
      await createModel(owner, { from: { kind: 'file', text: writeModelFile({ ...model, decisions: {} }) } }),
    )
    const card = async () => ModelCard.parse(value(await listModels(owner)).find((each) => each.id === id))
    const before = await card()
    expect(before).toMatchObject({ components: 2, flows: 1, seq: 1, counts: { open: { critical: 1 } } })
    const kept = await db.client.verdictCache.findUniqueOrThrow({ where: { modelId: id } })
    expect(kept).toMatchObject({ seq: 1, packHash: hash })
    expect((await card()).counts).toEqual(before.counts)

    const [fact] = box.facts.privileged ?? []
    const settle: Edit = {
      type: 'set-fact',
      elementId: 'web',
      attribute: 'privileged',
      slot: 'import',
      value: { ...(fact as NonNullable<typeof fact>), value: false } as never,
      was: fact as never,
    }
    await applyChanges(owner, {
      id,
      base: 1,
      changes: [{ id: 'c1', label: 'Fix', atomic: true, edits: [settle] }],
    })
    expect(await card()).toMatchObject({ seq: 2, counts: { open: { critical: 0 } } })
  })

  it('keeps counts until the day that a decision expires, and counts anew after it', async () => {
    const expiring = { ...decision, expires: '2026-06-01', status: 'transferred' as const }
    const text = writeModelFile({ ...model, decisions: { 'T-PRIV|web|': expiring } })
    const { id } = value(await createModel(owner, { from: { kind: 'file', text } }))
    const reviews = async (day: string) => {
      const cards = value(await listModels(owner, () => new Date(day)))
      return cards.find((card) => card.id === id)?.counts
    }
    await reviews('2026-06-01T12:00:00Z')
    const stored = () => db.client.verdictCache.findUniqueOrThrow({ where: { modelId: id } })
    expect((await stored()).day).toBe('2026-06-01')
    await reviews('2026-06-02T12:00:00Z')
    expect((await stored()).day > '2026-06-02').toBe(true)
  })
})
