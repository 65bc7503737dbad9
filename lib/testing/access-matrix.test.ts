import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Actor } from '@/lib/auth/actor'
import { env } from '@/lib/env/env'
import type { Edit } from '@/lib/model/change'
import { writeModelFile } from '@/lib/model/model-file'
import { applyChanges } from '@/lib/services/apply-changes'
import { createModel } from '@/lib/services/create-model'
import {
  type Answers,
  actions,
  type Caller,
  callers,
  editedModel,
  edits,
  type Fixture,
  pages,
  routes,
} from '@/lib/testing/access-matrix'
import { buildWorker } from '@/lib/testing/build-worker'
import { signInAs } from '@/lib/testing/sign-in-as'
import { makeWorkspace, openTestDatabase, type TestDatabase } from '@/lib/testing/test-database'
import { testCatalogue } from '@/lib/testing/test-pack'

// The headers of the request that a server action would run in; everything behind them is the real thing.
const asked = vi.hoisted(() => ({ headers: new Headers() }))
vi.mock('next/headers', () => ({ headers: async () => asked.headers }))

const WHERE = 'Add a line to lib/testing/access-matrix.ts that says who may'

let db: TestDatabase
beforeAll(async () => {
  await buildWorker('report')
  db = await openTestDatabase()
})
afterAll(() => db.close())

type Someone = { headers: Headers; own: Fixture['own'] }
type Scene = { people: Record<Caller, Someone>; owner: Actor; fresh(): Promise<Omit<Fixture, 'own'>> }

/** A workspace with everybody in it, a stranger beside it, and things to act on. */
async function setScene(): Promise<Scene> {
  const ours = await makeWorkspace(db)
  const theirs = await makeWorkspace(db)
  const actors = { ...ours, other: theirs.owner }
  const someone = async (caller: Caller): Promise<Someone> => {
    if (caller === 'nobody')
      return { headers: new Headers(), own: { sessionId: 'none', workspaceId: 'none' } }
    const { userId } = actors[caller]
    const workspaceId = randomUUID()
    // Joined last, so that the one with the model is where they are.
    const membership = { userId, role: 'owner', createdAt: new Date(Date.now() + 60_000) }
    await db.client.workspace.create({
      data: { id: workspaceId, name: 'Own', memberships: { create: membership } },
    })
    const headers = await signInAs(db, { userId })
    const { id } = await db.client.session.findFirstOrThrow({ where: { userId } })
    return { headers, own: { sessionId: id, workspaceId } }
  }
  const entries = await Promise.all(callers.map(async (caller) => [caller, await someone(caller)] as const))
  const people = Object.fromEntries(entries) as Record<Caller, Someone>
  return { people, owner: ours.owner, fresh: () => makeFixture(ours.owner) }
}

let kept: Scene | undefined

/** The scene of the line before, unless that one changed who is where. */
async function sceneFor({ changesPeople }: { changesPeople?: true }): Promise<Scene> {
  const scene = kept ?? (await setScene())
  kept = changesPeople ? undefined : scene
  return scene
}

async function makeModel(owner: Actor): Promise<string> {
  const text = writeModelFile(editedModel(testCatalogue().hash))
  const made = await createModel(owner, { from: { kind: 'file', text } })
  if (!made.ok) throw new Error(made.sentence)
  return made.value.id
}

async function makeFixture(owner: Actor): Promise<Omit<Fixture, 'own'>> {
  const modelId = await makeModel(owner)
  const note: Edit = { type: 'set-note', id: 'n1', field: 'text', value: 'Again', was: 'Look' }
  const saved = { id: 'first', label: 'First', atomic: true, edits: [note] }
  await applyChanges(owner, { id: modelId, base: 1, changes: [saved] })
  const { client } = db
  const { workspaceId } = owner
  const [binnedId, versionId, invitationId, memberId] = [1, 2, 3, 4].map(() => randomUUID()) as [
    string,
    string,
    string,
    string,
  ]
  const { id: _, ...head } = await client.savedModel.findUniqueOrThrow({ where: { id: modelId } })
  await client.savedModel.create({ data: { ...head, id: binnedId, deletedAt: new Date(), deletedBy: 'x' } })
  const kept = { seq: 1, hash: 'h', name: 'Kept', note: '', document: '{}', report: '{}', keptBy: 'x' }
  await client.namedVersion.create({ data: { ...kept, id: versionId, modelId, createdAt: new Date() } })
  const invitation = {
    tokenHash: invitationId,
    role: 'viewer',
    note: '',
    invitedBy: 'x',
    createdAt: new Date(),
  }
  const expiresAt = new Date(Date.now() + 60_000)
  await client.invitation.create({ data: { ...invitation, id: invitationId, workspaceId, expiresAt } })
  await client.user.create({
    data: {
      id: memberId,
      name: 'member',
      email: `${memberId}@bulkhead.invalid`,
      memberships: { create: { workspaceId, role: 'viewer' } },
    },
  })
  return { modelId, binnedId, versionId, invitationId, memberId, packHash: testCatalogue().hash }
}

/** Asks as everybody, those who get least first; what was acted on is fresh after each that was let through. */
async function askAll(
  scene: Scene,
  ask: (caller: Caller, of: Fixture) => Promise<string>,
): Promise<Record<Caller, string>> {
  const given = {} as Record<Caller, string>
  let fixture = await scene.fresh()
  for (const caller of callers.toReversed()) {
    given[caller] = await ask(caller, { ...fixture, own: scene.people[caller].own })
    if (given[caller] === 'ok') fixture = await scene.fresh()
  }
  return given
}

const refusals = ['forbidden', 'not-found', 'not-signed-in']

function expectAnswers(given: Record<Caller, string>, answers: Answers): void {
  const expected = Object.fromEntries(callers.map((caller, index) => [caller, answers[index]]))
  const told = Object.fromEntries(
    callers.map((caller) => {
      const code = given[caller]
      const isThrough = !refusals.includes(code)
      const wanted = expected[caller]
      const isMet =
        wanted === 'elsewhere'
          ? code !== 'not-signed-in'
          : isThrough && (wanted === 'open' || wanted === 'passes')
      return [caller, isMet ? wanted : code]
    }),
  )
  expect(told).toEqual(expected)
}

function filesIn(folder: string, name: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => name.test(file))
}

/** "(app)/models/[modelId]/page.tsx" is /models/[modelId]. */
function addressOf(file: string): string {
  const parts = file.split(path.sep).slice(0, -1)
  return `/${parts.filter((part) => !part.startsWith('(')).join('/')}`
}

describe('pages', () => {
  it('are all listed', () => {
    const found = filesIn('app', /(^|[\\/])page\.tsx$/).map(addressOf)
    expect(found.toSorted(), `${WHERE} see these pages.`).toEqual(Object.keys(pages).toSorted())
  })
})

describe('routes', async () => {
  type Handler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>
  const found = new Map<string, Handler>()
  for (const file of filesIn('app', /(^|[\\/])route\.ts$/)) {
    // biome-ignore lint/plugin: what stands on disk is asked, so that nothing can be left out.
    const module = (await import(path.resolve('app', file))) as Record<string, unknown>
    for (const [method, handler] of Object.entries(module)) {
      if (typeof handler === 'function') found.set(`${method} ${addressOf(file)}`, handler as Handler)
    }
  }

  it('are all listed', () => {
    expect([...found.keys()].toSorted(), `${WHERE} use these routes.`).toEqual(Object.keys(routes).toSorted())
  })

  it.each(Object.entries(routes))('%s', async (name, line) => {
    const scene = await sceneFor(line)
    const [method = '', address = ''] = name.split(' ')
    const given = await askAll(scene, async (caller, of) => {
      const headers = new Headers(scene.people[caller].headers)
      headers.set('origin', env().appOrigin)
      const body = line.body && JSON.stringify(line.body(of))
      if (body) headers.set('content-type', 'application/json')
      const url = `${env().appOrigin}${address}${line.query ? `?${line.query}` : ''}`
      const request = new Request(url, { method, headers, ...(body && { body }) })
      const answer = await found.get(name)?.(request, { params: Promise.resolve(line.params?.(of) ?? {}) })
      if (answer?.ok) return 'ok'
      return String(((await answer?.json()) as { code?: string } | undefined)?.code)
    })
    expectAnswers(given, line.answers)
  })
})

describe('actions', async () => {
  type Action = (input: unknown) => Promise<{ ok: boolean; code?: string }>
  const found = new Map<string, Action>()
  for (const file of filesIn('lib/actions', /^(?!define-action|.*\.test).*\.ts$/)) {
    // biome-ignore lint/plugin: what stands on disk is asked, so that nothing can be left out.
    const module = (await import(path.resolve('lib/actions', file))) as Record<string, Action>
    for (const [name, action] of Object.entries(module)) found.set(name, action)
  }

  it('are all listed', () => {
    expect([...found.keys()].toSorted(), `${WHERE} use these actions.`).toEqual(
      Object.keys(actions).toSorted(),
    )
  })

  it.each(Object.entries(actions))('%s', async (name, line) => {
    const scene = await sceneFor(line)
    const given = await askAll(scene, async (caller, of) => {
      asked.headers = new Headers(scene.people[caller].headers)
      asked.headers.set('origin', env().appOrigin)
      const result = await found.get(name)?.(line.input(of))
      return result?.ok ? 'ok' : String(result?.code)
    })
    expectAnswers(given, line.answers)
  })
})

describe('edits', async () => {
  it('are made by those who may, whatever their type', async () => {
    const scene = await setScene()
    const route = (await import('@/app/api/models/[id]/changes/route')).POST
    const hash = testCatalogue().hash
    let modelId = await makeModel(scene.owner)
    for (const [type, { group, edit }] of Object.entries(edits)) {
      const text = JSON.stringify(edit).replaceAll('"PACK"', JSON.stringify(hash))
      for (const caller of callers.toReversed()) {
        const headers = new Headers(scene.people[caller].headers)
        headers.set('origin', env().appOrigin)
        headers.set('content-type', 'application/json')
        const body = `{"base":1,"changes":[{"id":"c1","label":"Test","atomic":true,"edits":[${text}]}]}`
        const request = new Request(`${env().appOrigin}/api`, { method: 'POST', headers, body })
        const answer = await route(request, { params: Promise.resolve({ id: modelId }) })
        const json = (await answer.json()) as {
          code?: string
          accepted?: string[]
          refused?: { code: string }[]
        }
        const code = json.code ?? (json.accepted?.length === 1 ? 'ok' : json.refused?.[0]?.code)
        expect([type, caller, code]).toEqual([type, caller, expectedOf(caller, group)])
        if (code === 'ok') modelId = await makeModel(scene.owner)
      }
    }
  })

  function expectedOf(caller: Caller, group: 'describes' | 'judges'): string {
    if (caller === 'nobody') return 'not-signed-in'
    if (caller === 'other') return 'not-found'
    if (caller === 'viewer') return 'forbidden'
    return caller === 'reviewer' && group === 'describes' ? 'forbidden' : 'ok'
  }
})
