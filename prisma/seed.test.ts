import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { analyse } from '@/lib/analysis/analyse'
import { openCatalogue } from '@/lib/catalogue/catalogue'
import type { Pack } from '@/lib/catalogue/pack'
import { setDatabase } from '@/lib/db/database'
import { readModelFile } from '@/lib/model/model-file'
import { checkLog } from '@/lib/services/check-log'
import { listModels } from '@/lib/services/list-models'
import { setUp } from '@/lib/services/set-up'
import { makeWorkspace, openTestDatabase, type TestDatabase } from '@/lib/testing/test-database'
import { seed } from '@/prisma/seed'

let db: TestDatabase

beforeEach(async () => {
  db = await openTestDatabase()
})
afterEach(() => db.close())

const run = async () => {
  const lines = await seed({
    databaseUrl: `file:${db.databaseFile}`,
    dataDir: db.dataDir,
    appOrigin: 'http://localhost:3000',
  })
  setDatabase(db)
  return lines
}

describe('seed', () => {
  it('brings the catalogue and the samples, the same every time', async () => {
    await run()
    const first = await db.client.scenario.findMany({
      orderBy: { position: 'asc' },
      omit: { updatedAt: true },
    })
    await run()
    expect(
      await db.client.scenario.findMany({ orderBy: { position: 'asc' }, omit: { updatedAt: true } }),
    ).toEqual(first)
    expect(first.map(({ id }) => id)).toEqual(['sample-shop', 'sample-harbour'])
    // The catalogue for tests and the real one.
    expect(await db.client.cataloguePack.count()).toBe(2)
  })

  it('brings back what is missing once it was seeded from something else', async () => {
    await run()
    await db.client.scenario.deleteMany()
    await run()
    expect(await db.client.scenario.count()).toBe(0)
    await db.client.seedMark.updateMany({ data: { digest: 'older' } })
    await run()
    expect(await db.client.scenario.count()).toBe(2)
  })

  it('brings samples in which every component is placed and threats are raised', async () => {
    await run()
    for (const { body } of await db.client.scenario.findMany()) {
      const file = readModelFile(body)
      if (!file.ok) throw new Error(file.sentences.join('\n'))
      const { components, views, catalogue: hash } = file.model
      expect(Object.keys(views.main?.placements ?? {}).sort()).toEqual(Object.keys(components).sort())
      const pack = await db.client.cataloguePack.findUniqueOrThrow({ where: { hash } })
      const { verdicts } = analyse(file.model, openCatalogue(JSON.parse(pack.body) as Pack))
      for (const state of ['raised', 'countered'] as const) {
        expect(verdicts.filter((verdict) => verdict.state === state).length).toBeGreaterThan(3)
      }
    }
  })

  it('prints one link while nobody owns the installation, by which somebody gets both samples', async () => {
    const [line = ''] = await run()
    const token = new URL(line.slice(line.indexOf('http'))).searchParams.get('token') ?? ''
    const made = await setUp(new Headers(), {
      token,
      name: 'Ann',
      password: 'correct horse',
      workspace: 'Harbour',
    })
    expect(made).toMatchObject({ ok: true })
    const { workspaceId, userId } = await db.client.membership.findFirstOrThrow()
    const owner = { userId, workspaceId, name: 'Ann', role: 'owner' as const }
    const models = await listModels(owner)
    if (!models.ok) throw new Error(models.sentence)
    expect(models.value.map(({ id }) => id).sort()).toEqual(['sample-harbour', 'sample-shop'])
    for (const { id } of models.value) expect(await checkLog(owner, { id })).not.toHaveProperty('value.fault')
    expect(await run()).toEqual([])
  })

  it('leaves models of workspaces alone', async () => {
    const { owner } = await makeWorkspace(db)
    expect(await run()).toEqual([])
    expect(await listModels(owner)).toEqual({ ok: true, value: [] })
  })
})
