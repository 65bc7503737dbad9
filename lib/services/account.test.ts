import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keepScenarios } from '@/lib/db/scenarios'
import { emptyModel } from '@/lib/model/empty-model'
import { writeModelFile } from '@/lib/model/model-file'
import { auth } from '@/lib/services/auth'
import { createResetLink } from '@/lib/services/create-reset-link'
import { createSetupLink } from '@/lib/services/create-setup-link'
import { getActor } from '@/lib/services/get-actor'
import { listModels } from '@/lib/services/list-models'
import { canReset, resetPassword } from '@/lib/services/reset-password'
import { canSetUp, setUp } from '@/lib/services/set-up'
import { signIn } from '@/lib/services/sign-in'
import { signOut } from '@/lib/services/sign-out'
import { openTestDatabase, type TestDatabase } from '@/lib/testing/test-database'
import { testCatalogue } from '@/lib/testing/test-pack'

let db: TestDatabase
const visitor = new Headers()
const person = { name: 'Ann.Lee', password: 'correct horse', workspace: 'Harbour' }

beforeEach(async () => {
  db = await openTestDatabase()
})
afterEach(() => db.close())

async function setupToken(now?: Date): Promise<string> {
  const link = await createSetupLink(() => now ?? new Date())
  return new URLSearchParams(link?.split('?')[1]).get('token') ?? ''
}

async function resetToken(name: string, now?: Date): Promise<string> {
  const link = await createResetLink({ name }, () => now ?? new Date())
  if (!link.ok) throw new Error(link.sentence)
  return new URLSearchParams(link.value.split('?')[1]).get('token') ?? ''
}

/** A session's cookie, as a browser would send it back. */
async function cookieOf(name: string, password: string): Promise<Headers> {
  const { headers } = await auth().api.signInUsername({
    body: { username: name, password },
    headers: visitor,
    returnHeaders: true,
  })
  const [cookie = ''] = headers.getSetCookie()
  return new Headers({ cookie: cookie.split(';')[0] ?? '' })
}

describe('setUp', () => {
  it('makes the owner of a workspace with every sample, signed in, and uses the link up', async () => {
    const body = writeModelFile(emptyModel('Sample', testCatalogue().hash))
    await keepScenarios([
      { id: 'small', name: 'Small', position: 0, body },
      { id: 'large', name: 'Large', position: 1, body },
    ])
    const token = await setupToken()
    expect(await canSetUp(token)).toBe(true)
    expect(await setUp(visitor, { token, ...person })).toEqual({ ok: true, value: { name: 'Ann.Lee' } })
    const actor = await getActor(await cookieOf('ann.lee', person.password))
    expect(actor).toMatchObject({ name: 'Ann.Lee', role: 'owner' })
    const models = actor && (await listModels(actor))
    expect(models?.ok && models.value.map(({ id }) => id).sort()).toEqual(['large', 'small'])
    expect(await canSetUp(token)).toBe(false)
    expect(await setUp(visitor, { token, ...person, name: 'Bob' })).toMatchObject({
      ok: false,
      code: 'expired',
    })
    expect(await createSetupLink()).toBeUndefined()
  })

  it('makes one owner when a link is used twice at once', async () => {
    const token = await setupToken()
    const results = await Promise.all(
      ['Ann', 'Bob', 'Cid'].map((name) => setUp(visitor, { ...person, token, name })),
    )
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    expect(await db.client.user.count()).toBe(1)
    expect(await db.client.workspace.count()).toBe(1)
  })

  it('refuses an older link, an expired one and a made-up one, and makes nobody', async () => {
    const older = await setupToken()
    const newer = await setupToken(new Date(Date.now() - 25 * 3600_000))
    for (const token of [older, newer, 'x'.repeat(43), randomUUID()]) {
      expect(await setUp(visitor, { ...person, token })).toMatchObject({ ok: false, code: 'expired' })
    }
    expect(await db.client.user.count()).toBe(0)
  })

  it('keeps neither token nor password in the database', async () => {
    const token = await setupToken()
    await setUp(visitor, { token, ...person })
    const rows = JSON.stringify([
      await db.client.oneTimeLink.findMany(),
      await db.client.account.findMany(),
      await db.client.user.findMany(),
      await db.client.session.findMany(),
    ])
    expect(rows).not.toContain(token)
    expect(rows).not.toContain(person.password)
  })
})

describe('signIn', () => {
  beforeEach(async () => {
    await setUp(visitor, { token: await setupToken(), ...person })
  })

  it('takes the name in any case, and no wrong password', async () => {
    expect(await signIn(visitor, { name: 'ANN.lee', password: person.password })).toMatchObject({ ok: true })
    const wrong = await signIn(visitor, { name: 'Ann.Lee', password: 'wrong horse' })
    expect(wrong).toMatchObject({ ok: false, code: 'invalid' })
    expect(await signIn(visitor, { name: 'nobody', password: 'wrong horse' })).toEqual(wrong)
    expect(await signIn(visitor, { name: 'a|b c\u202e', password: 'wrong horse' })).toEqual(wrong)
  })

  it('stops after ten wrong passwords for a name, right ones too, until ten minutes are over', async () => {
    const start = Date.now() + 120_000
    const at = (minutes: number) => () => new Date(start + minutes * 60_000)
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const result = await signIn(
        visitor,
        { name: 'Ann.Lee', password: `wrong ${attempt}` },
        at(attempt / 10),
      )
      expect(result).toMatchObject({ ok: false, code: 'invalid' })
    }
    const right = { name: 'ann.lee', password: person.password }
    expect(await signIn(visitor, right, at(5))).toMatchObject({ ok: false, code: 'too-many' })
    expect(await signIn(visitor, right, at(11))).toMatchObject({ ok: true })
    expect(await signIn(visitor, right, at(11.1))).toMatchObject({ ok: true })
  }, 60_000)

  it('ends the session on the server when somebody signs out', async () => {
    const session = await cookieOf('ann.lee', person.password)
    expect(await getActor(session)).toMatchObject({ name: 'Ann.Lee' })
    await signOut(session)
    expect(await getActor(session)).toBeUndefined()
  })

  it('knows nobody by a made-up or damaged cookie', async () => {
    const session = await cookieOf('ann.lee', person.password)
    const cookie = session.get('cookie') ?? ''
    expect(await getActor(new Headers({ cookie: cookie.slice(0, -4) }))).toBeUndefined()
    expect(await getActor(new Headers({ cookie: 'bulkhead.session_token=a.b' }))).toBeUndefined()
    expect(await getActor(visitor)).toBeUndefined()
  })

  it('sets a cookie that scripts cannot read and other sites cannot send', async () => {
    const body = { username: 'ann.lee', password: person.password }
    const { headers } = await auth().api.signInUsername({ body, headers: visitor, returnHeaders: true })
    expect(headers.getSetCookie()[0]).toMatch(/^bulkhead\.session_token=.*HttpOnly; SameSite=Lax/)
  })

  it('opens no way to sign up past the link', async () => {
    const body = { email: 'x@example.org', password: 'correct horse', name: 'Bob' }
    await expect(auth().api.signUpEmail({ body })).rejects.toMatchObject({ statusCode: 400 })
    expect(await db.client.user.count()).toBe(1)
  })
})

describe('resetPassword', () => {
  beforeEach(async () => {
    await setUp(visitor, { token: await setupToken(), ...person })
  })

  it('replaces the password once and signs the person out everywhere', async () => {
    const session = await cookieOf('ann.lee', person.password)
    const token = await resetToken('ANN.LEE')
    expect(await resetPassword(visitor, { token, password: 'battery staple' })).toEqual({
      ok: true,
      value: null,
    })
    expect(await getActor(session)).toBeUndefined()
    expect(await signIn(visitor, { name: 'ann.lee', password: person.password })).toMatchObject({ ok: false })
    expect(await signIn(visitor, { name: 'ann.lee', password: 'battery staple' })).toMatchObject({ ok: true })
    expect(await resetPassword(visitor, { token, password: 'once more, please' })).toMatchObject({
      code: 'expired',
    })
  })

  it('refuses an expired link, one that a newer one replaced, and a setup link', async () => {
    const older = await resetToken('Ann.Lee')
    const expired = await resetToken('Ann.Lee', new Date(Date.now() - 2 * 3600_000))
    for (const token of [older, expired, 'x']) {
      expect(await canReset(token)).toBe(false)
      expect(await resetPassword(visitor, { token, password: 'battery staple' })).toMatchObject({
        code: 'expired',
      })
    }
  })

  it('says that there is nobody of an unknown name', async () => {
    expect(await createResetLink({ name: 'nobody' })).toMatchObject({ ok: false, code: 'not-found' })
  })
})
