import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/auth/actor'
import { CatalogueFile } from '@/lib/catalogue/entries'
import { compilePack } from '@/lib/catalogue/pack'
import { keepPack } from '@/lib/db/packs'
import type { Edit } from '@/lib/model/change'
import { Role } from '@/lib/model/protocol'
import { applyChanges } from '@/lib/services/apply-changes'
import { countStanding } from '@/lib/services/count-standing'
import { createModel } from '@/lib/services/create-model'
import { exportOwn } from '@/lib/services/export-own'
import { getCatalogue } from '@/lib/services/get-catalogue'
import { getCataloguePack } from '@/lib/services/get-catalogue-pack'
import { getModel } from '@/lib/services/get-model'
import { listUpdates } from '@/lib/services/list-updates'
import { moveToCatalogue } from '@/lib/services/move-to-catalogue'
import type { OwnChange } from '@/lib/services/own-change'
import { previewOwn } from '@/lib/services/preview-own'
import { saveOwnEntry } from '@/lib/services/save-own-entry'
import { buildComponent } from '@/lib/testing/build-model'
import { makeWorkspace, openTestDatabase, type TestDatabase } from '@/lib/testing/test-database'
import { testCatalogue } from '@/lib/testing/test-pack'

let db: TestDatabase
let ours: Awaited<ReturnType<typeof makeWorkspace>>
let theirs: Awaited<ReturnType<typeof makeWorkspace>>

beforeAll(async () => {
  db = await openTestDatabase()
  ours = await makeWorkspace(db)
  theirs = await makeWorkspace(db)
})
afterAll(() => db.close())

const threat = {
  id: 'own-box-is-open',
  platform: 'shared',
  title: 'Box stands open',
  description: 'Somebody takes what lies in an open box.',
  stride: ['I'],
  alsoStride: [],
  targets: [{ types: ['box'], exposedWhen: { privileged: true }, counteredBy: { privileged: false } }],
  likelihood: 4,
  impact: 4,
  riskReason: 'Nobody watches it.',
  mitigations: ['M-1'],
  references: {},
  rules: [],
  examples: [],
}
const put: OwnChange = { do: 'put', list: 'threats', entry: threat }

const versionOf = async (actor: Actor) => {
  const result = await getCatalogue(actor)
  return result.ok ? result.value.version : -1
}
const hashOf = async (actor: Actor) => {
  const result = await getCatalogue(actor)
  return result.ok ? result.value.catalogue.hash : ''
}
const save = async (change: OwnChange, actor = ours.editor) =>
  saveOwnEntry(actor, { version: await versionOf(actor), change })

async function makeModel(actor: Actor): Promise<string> {
  const made = await createModel(actor, { name: 'Shop', from: { kind: 'empty' } })
  if (!made.ok) throw new Error(made.sentence)
  const box = buildComponent('web', 'box', {}, { privileged: true })
  const edits: Edit[] = [{ type: 'add-component', component: box }]
  const changes = [{ id: `add-${made.value.id}`, label: 'Add', atomic: true, edits }]
  expect(await applyChanges(actor, { id: made.value.id, base: 1, changes })).toMatchObject({ ok: true })
  return made.value.id
}

const pinOf = async (actor: Actor, id: string) => {
  const model = await getModel(actor, { id })
  return model.ok ? model.value.document.catalogue : ''
}

describe('own entries of a workspace', () => {
  it('are for editors and owners to change, and for everybody of the workspace to read', async () => {
    for (const role of Role.options) {
      const mayEdit = role === 'owner' || role === 'editor'
      const answer = await previewOwn(ours[role], { change: put })
      expect(answer).toMatchObject(mayEdit ? { ok: true } : { ok: false, code: 'forbidden' })
      expect(await exportOwn(ours[role])).toMatchObject({ ok: true })
    }
    for (const role of ['reviewer', 'viewer'] as const)
      expect(await saveOwnEntry(ours[role], { version: 0, change: put })).toMatchObject({ code: 'forbidden' })
    expect(await versionOf(ours.owner)).toBe(0)
  })

  it('are tried before they are kept: the preview names what they raise, and changes nothing', async () => {
    const id = await makeModel(ours.owner)
    const hash = await hashOf(ours.owner)
    const preview = await previewOwn(ours.editor, { change: put })
    expect(preview).toMatchObject({ ok: true })
    const model = preview.ok ? preview.value.models.find((each) => each.id === id) : undefined
    expect(model).toMatchObject({
      total: 1,
      counts: { raised: 1 },
      changes: [{ threatId: threat.id, element: 'web', before: undefined, after: 'raised' }],
    })
    expect(preview.ok && preview.value.examples.length).toBeGreaterThanOrEqual(3)
    expect(await hashOf(ours.owner)).toBe(hash)
  })

  it('make a pack of the workspace, which nobody else can read or pin', async () => {
    const before = await hashOf(ours.owner)
    expect(await save(put)).toMatchObject({ ok: true })
    const hash = await hashOf(ours.owner)
    expect(hash).not.toBe(before)
    for (const role of Role.options) {
      expect(await getCataloguePack(ours[role], { hash })).toMatchObject({ ok: true, value: { isOwn: true } })
      expect(await getCataloguePack(theirs[role], { hash })).toMatchObject({ ok: false, code: 'not-found' })
    }
    expect(await getCataloguePack(undefined, { hash })).toMatchObject({ ok: false, code: 'not-found' })
    expect(await getCataloguePack(undefined, { hash: before })).toMatchObject({
      ok: true,
      value: { isOwn: false },
    })
    const id = await makeModel(theirs.owner)
    const moved = await moveToCatalogue(theirs.owner, { modelIds: [id], hash })
    expect(moved).toMatchObject({ ok: false })
    expect(await pinOf(theirs.owner, id)).toBe(before)
    expect(await hashOf(theirs.owner)).toBe(before)
  })

  it('are not overwritten by somebody who saw an older state', async () => {
    const version = await versionOf(ours.owner)
    expect(await saveOwnEntry(ours.owner, { version: version - 1, change: put })).toMatchObject({
      code: 'conflict',
    })
    expect(await saveOwnEntry(ours.owner, { version: version + 1, change: put })).toMatchObject({
      code: 'conflict',
    })
    expect(await versionOf(ours.owner)).toBe(version)
  })

  it('are refused whole when one is not sound', async () => {
    const version = await versionOf(ours.owner)
    const wrong = { ...threat, id: 'own-wrong', title: 'Other box', mitigations: ['M-NONE'] }
    const answer = await save({ do: 'put', list: 'threats', entry: wrong })
    expect(answer).toMatchObject({ ok: false, code: 'invalid' })
    expect(answer.ok ? '' : answer.sentence).toContain('M-NONE')
    expect(await save({ do: 'read', text: 'threats: [' })).toMatchObject({ ok: false, code: 'invalid' })
    expect(await versionOf(ours.owner)).toBe(version)
  })

  it('leave as YAML and come back the same', async () => {
    const file = await exportOwn(ours.viewer)
    const hash = await hashOf(ours.owner)
    expect(await save({ do: 'remove', list: 'threats', id: threat.id })).toMatchObject({ ok: true })
    expect(await hashOf(ours.owner)).toBe(testCatalogue().hash)
    expect(await save({ do: 'read', text: file.ok ? file.value.text : '' })).toMatchObject({ ok: true })
    expect(await hashOf(ours.owner)).toBe(hash)
  })
})

describe('an update of the catalogue', () => {
  it('shows what it would change in each model, changes nothing until it is applied, and then by an edit', async () => {
    const id = await makeModel(ours.owner)
    const own = await hashOf(ours.owner)
    expect(await pinOf(ours.owner, id)).toBe(own)
    expect(await save({ do: 'switch', ids: ['T-PRIV'], isOn: false })).toMatchObject({ ok: true })
    const updates = await listUpdates(ours.viewer)
    const model = updates.ok ? updates.value.models.find((each) => each.id === id) : undefined
    expect(model?.changes).toContainEqual(
      expect.objectContaining({ threatId: 'T-PRIV', before: 'raised', after: undefined }),
    )
    expect(await pinOf(ours.owner, id)).toBe(own)
    const hash = updates.ok ? updates.value.hash : ''
    expect(await moveToCatalogue(ours.viewer, { modelIds: [id], hash })).toMatchObject({ code: 'forbidden' })
    expect(await moveToCatalogue(theirs.owner, { modelIds: [id], hash })).toMatchObject({ code: 'not-found' })
    expect(await moveToCatalogue(ours.editor, { modelIds: [id], hash })).toEqual({
      ok: true,
      value: { moved: 1 },
    })
    expect(await pinOf(ours.owner, id)).toBe(hash)
    const after = await getModel(ours.owner, { id })
    expect(after).toMatchObject({ ok: true, value: { seq: 3 } })
    const standing = await countStanding(ours.viewer)
    const counts = standing.ok ? standing.value.find((each) => each.id === id)?.byThreat : undefined
    expect(counts?.get('T-PRIV')).toBeUndefined()
    expect(counts?.get(threat.id)).toMatchObject({ raised: 1 })
  })

  it('takes own entries along when the catalogue itself is seeded anew', async () => {
    const before = await getCatalogue(ours.owner)
    const { pack } = testCatalogue()
    const { hash: _hash, riskFactors: _none, ...content } = pack
    const newer = {
      ...compilePack([CatalogueFile.parse({ about: { ...pack.about, version: '2' } })]),
      ...content,
    }
    await keepPack(
      { ...newer, about: { ...pack.about, version: '2' }, hash: 'f'.repeat(64) },
      '2026-02-01T00:00:00.000Z',
    )
    const after = await getCatalogue(ours.owner)
    expect(after.ok && after.value.base.pack.about.version).toBe('2')
    expect(after.ok && after.value.catalogue.threats.has(threat.id)).toBe(true)
    expect(after.ok && before.ok && after.value.catalogue.hash).not.toBe(
      before.ok && before.value.catalogue.hash,
    )
    expect(after.ok && after.value.stale).toEqual([])
  })
})
