import path from 'node:path'
import { type Answer, Client } from '@/e2e/client'
import { expect, test } from '@/e2e/fixtures'
import { bombs, damagedBodies, MB, megabytes } from '@/e2e/hostile-bodies'
import { ownerState } from '@/e2e/owner'
import { serverActions } from '@/e2e/server-actions'
import { parseEnv } from '@/lib/env/parse-env'
import { moveToOtherWorkspace } from '@/lib/testing/move-model'

// What no page of ours would send: too much, damaged, from elsewhere, about what belongs to others.

const files = [{ path: 'compose.yaml', text: 'services: { web: { image: "nginx:1.27" } }\n' }]
const limits = presetLimits()
let client: Client
let id: string

test.beforeEach(async ({ baseURL }) => {
  client = Client.owner(baseURL ?? '')
  id = await client.createModel('Target')
  await client.importFiles(id, files)
})

/** What the server takes at most when nobody set anything, as here. */
function presetLimits() {
  const parsed = parseEnv({}, '/')
  if (!parsed.ok) throw new Error(parsed.mistakes.join())
  return parsed.env.limits
}

/** A refusal that people can read: the code says what kind, the sentence what to do. */
function expectSentence(answer: Answer, statuses: readonly number[], what: string): void {
  expect(statuses, `${what}: ${answer.status} ${answer.text.slice(0, 300)}`).toContain(answer.status)
  expect(answer.headers['content-type'], what).toContain('application/json')
  const problem = JSON.parse(answer.text)
  expect(problem, what).toMatchObject({ ok: false, sentence: expect.stringMatching(/^[A-Z].*\.$/s) })
  expect(problem.code, what).not.toBe('unexpected')
}

const routes = () => [
  { path: '/api/models', limit: limits.uploadBytes },
  { path: `/api/models/${id}/changes`, limit: limits.changesBytes },
  { path: `/api/models/${id}/imports`, limit: limits.uploadBytes },
  { path: '/api/auth/sign-in/username', limit: 10_000 },
]

/** Everything that a mutation would change. */
const stateNow = async () => {
  const models = await client.json<{ id: string; seq: number; name: string }[]>('GET', '/api/models')
  return models
    .map(({ id: each, seq, name }) => ({ each, seq, name }))
    .filter(({ name }) => name === 'Target')
}

test.describe('bodies that are too large', () => {
  for (const size of [12, 30, 100]) {
    test(`${size} MB are refused with a sentence where that is too much, told or in chunks, and nothing is kept`, async () => {
      const before = await stateNow()
      for (const { path: address } of routes().filter((route) => route.limit < size * MB)) {
        const whole = await client.send('POST', address, { body: Buffer.concat([...megabytes(size)]) })
        expectSentence(whole, [413], `${size} MB to ${address}`)
        const chunked = await client.send('POST', address, { body: megabytes(size) })
        expectSentence(chunked, [413], `${size} MB in chunks to ${address}`)
      }
      expect(await stateNow()).toEqual(before)
    })
  }

  test('an upload of 100 MB as a form is refused with a sentence', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=edge' }
    const body = megabytes(100)
    const answer = await client.send('POST', `/api/models/${id}/imports`, { headers, body })
    expectSentence(answer, [413], 'form')
  })

  for (const isChunked of [false, true]) {
    test(`an upload of 12 MB is read to its last line, ${isChunked ? 'in chunks' : 'in one'}`, async () => {
      const filler = `# ${'x'.repeat(998)}\n`.repeat(12_000)
      const text = `services:\n  first: { image: nginx }\n${filler}  last: { image: nginx }\n`
      const bytes = Buffer.from(JSON.stringify({ files: [{ path: 'compose.yaml', text }] }))
      expect(bytes.length).toBeGreaterThan(12_000_000)
      const body = isChunked ? [bytes.subarray(0, 7_000_000), bytes.subarray(7_000_000)] : bytes
      const answer = await client.send('POST', `/api/models/${id}/imports`, { body })
      expect(answer.status, answer.text.slice(0, 300)).toBe(200)
      const names = (JSON.parse(answer.text).added as { name: string }[]).map(({ name }) => name)
      expect(names).toEqual(expect.arrayContaining(['first', 'last']))
    })
  }

  test('a command of more than 1 MB is refused with a sentence', async () => {
    const [action] = serverActions().filter(({ name }) => name === 'createModelAction')
    const large = await client.send('POST', '/models', {
      headers: { 'next-action': action?.id ?? '', 'content-type': 'text/plain;charset=UTF-8' },
      body: JSON.stringify([{ name: 'x'.repeat(1_100_000), from: { kind: 'empty' } }]),
    })
    expectSentence(large, [413], 'command')
  })
})

test.describe('damaged bodies', () => {
  for (const { name, body, headers } of damagedBodies()) {
    test(`${name} gets a sentence on every route, and changes nothing`, async () => {
      const before = await stateNow()
      for (const { path: address } of routes()) {
        const answer = await client.send('POST', address, { body, ...(headers && { headers }) })
        expectSentence(answer, [400, 413, 415], `${name} to ${address}`)
      }
      expect(await stateNow()).toEqual(before)
    })
  }

  test('changes of every wrong form get a sentence', async () => {
    const { seq } = await client.getModel(id)
    const edit = { type: 'set-meta', field: 'name', value: 'New', was: 'Target' }
    const change = { id: 'c1', label: 'Rename', atomic: true, edits: [edit] }
    const wrong: unknown[] = [
      { base: String(seq), changes: [change] },
      { base: -1, changes: [change] },
      { base: 1e308, changes: [change] },
      { base: seq, changes: [] },
      { base: seq, changes: {} },
      { base: seq, changes: [null] },
      { base: seq, changes: [{ ...change, id: '__proto__' }] },
      { base: seq, changes: [{ ...change, id: '' }] },
      { base: seq, changes: [{ ...change, label: 'a\0b' }] },
      { base: seq, changes: [{ ...change, edits: [] }] },
      { base: seq, changes: [{ ...change, edits: [{ ...edit, value: 5 }] }] },
      { base: seq, changes: [{ ...change, edits: [{ ...edit, value: 'a\0b' }] }] },
      { base: seq, changes: [{ ...change, edits: [{ ...edit, value: 'x'.repeat(5000) }] }] },
      { base: seq, changes: [{ ...change, edits: [{ ...edit, field: 'constructor' }] }] },
      { base: seq, changes: [{ ...change, edits: [{ type: 'remove-component', id: '__proto__' }] }] },
      { base: seq, changes: [{ ...change, edits: [{ type: 'no-such-edit' }] }] },
      { base: seq, changes: [change], extra: true },
      { base: seq, changes: Array.from({ length: 201 }, (_, index) => ({ ...change, id: `c${index}` })) },
    ]
    for (const body of wrong) {
      const what = JSON.stringify(body).slice(0, 120)
      const answer = await client.send('POST', `/api/models/${id}/changes`, { body: JSON.stringify(body) })
      if (answer.status === 200) expect(JSON.parse(answer.text), what).toMatchObject({ accepted: [], seq })
      else expectSentence(answer, [400, 413], what)
    }
    expect((await client.getModel(id)).seq).toBe(seq)
  })

  test('addresses of every wrong form get a sentence and never a 500', async () => {
    const odd = [
      '%00',
      '..%2f..%2fetc%2fpasswd',
      '__proto__',
      'constructor',
      'x'.repeat(3000),
      '%F0%9F%98%80',
      "'--",
    ]
    for (const name of odd) {
      for (const rest of ['', '/changes?since=0', '/report?format=json']) {
        expectSentence(await client.send('GET', `/api/models/${name}${rest}`), [400, 404], name.slice(0, 40))
      }
      const page = await client.send('GET', `/models/${name}/canvas`)
      expect([400, 404, 308], `page of ${name.slice(0, 40)}`).toContain(page.status)
    }
    for (const rest of ['since=', 'since=-1', 'since=1e99', 'since=a', 'since=99999999999999999999']) {
      expectSentence(await client.send('GET', `/api/models/${id}/changes?${rest}`), [400], rest)
    }
    for (const rest of [
      '',
      'format=',
      'format=__proto__',
      'format=markdown&file=..%2f..%2fbulkhead.db',
      'format=%00',
    ]) {
      expectSentence(await client.send('GET', `/api/models/${id}/report?${rest}`), [400, 404], rest)
    }
  })
})

test.describe('requests of strangers', () => {
  test('who is not signed in gets a 401 with a sentence everywhere, and learns nothing', async () => {
    for (const cookie of [undefined, 'better-auth.session_token=forged', 'x'.repeat(4000)]) {
      const headers = { cookie }
      const gets = [
        '/api/models',
        ...['', '/changes?since=0', '/report?format=json'].map((rest) => `/api/models/${id}${rest}`),
      ]
      for (const address of gets)
        expectSentence(await client.send('GET', address, { headers }), [401], address)
      for (const { path: address } of routes().filter((route) => !route.path.includes('auth'))) {
        const body = JSON.stringify({ files })
        expectSentence(await client.send('POST', address, { headers, body }), [401], address)
      }
      const page = await client.send('GET', `/models/${id}/canvas`, { headers })
      expect(page.status).toBe(307)
      expect(page.headers.location).toContain('/sign-in')
    }
  })

  test('an id that belongs to others is answered as one that does not exist', async () => {
    const theirs = await client.createModel('Theirs')
    await client.importFiles(theirs, files)
    expect((await client.send('GET', `/api/models/${theirs}/report?format=json`)).status).toBe(200)
    moveToOtherWorkspace(path.join(process.env.E2E_DATA_DIR ?? '', 'bulkhead.db'), theirs)
    const missing = 'b'.repeat(theirs.length)
    const edit = { type: 'set-meta', field: 'name', value: 'Mine', was: 'Theirs' }
    const changes = { base: 1, changes: [{ id: 'c1', label: 'Take', atomic: true, edits: [edit] }] }
    const ask = async (model: string) => {
      const api = `/api/models/${model}`
      const answers = [
        await client.send('GET', api),
        await client.send('GET', `${api}/changes?since=0`),
        await client.send('POST', `${api}/changes`, { body: JSON.stringify(changes) }),
        await client.send('POST', `${api}/imports`, { body: JSON.stringify({ files }) }),
        await client.send('GET', `${api}/report?format=markdown`),
        await act('deleteModelAction', [{ id: model }]),
      ]
      const pages = await Promise.all(
        ['canvas', 'threats', 'report'].map((page) => client.send('GET', `/models/${model}/${page}`)),
      )
      return {
        answers: answers.map(({ status, text }) => ({ status, text: text.replaceAll(model, 'ID') })),
        pages: pages.map(({ status }) => status),
      }
    }
    const foreign = await ask(theirs)
    expect(foreign).toEqual(await ask(missing))
    expect(foreign.answers.slice(0, 5).map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
    expect(foreign.pages).toEqual([404, 404, 404])
    const listed = await client.send('GET', '/api/models')
    expect(listed.text).not.toContain(theirs)
  })

  const act = (name: string, args: unknown, headers: Record<string, string | undefined> = {}) => {
    const action = serverActions().find((each) => each.name === name)
    if (!action) throw new Error(`The server has no ${name}.`)
    return client.send('POST', action.page, {
      headers: {
        'next-action': action.id,
        'content-type': 'text/plain;charset=UTF-8',
        accept: 'text/x-component',
        ...headers,
      },
      body: JSON.stringify(args),
    })
  }

  /** Where a request may pretend to come from. */
  const origins = (own: string): Record<string, string | undefined>[] => [
    { origin: undefined },
    { origin: 'null' },
    { origin: '' },
    { origin: 'https://evil.example' },
    { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
    { origin: 'https://evil.example', host: 'evil.example' },
    { origin: undefined, 'x-forwarded-host': new URL(own).host },
    { origin: own.replace('http:', 'https:') },
    { origin: own.replace(/\d+$/, '1') },
    { origin: `${own}.evil.example` },
    { origin: `${own}@evil.example` },
    { origin: own, 'sec-fetch-site': 'cross-site' },
    { origin: own, 'sec-fetch-site': 'same-site' },
    { origin: undefined, 'sec-fetch-site': 'none' },
    { origin: undefined, referer: `${own}/models` },
  ]

  const mutations = () => {
    const edit = { type: 'set-meta', field: 'owner', value: 'Mallory', was: null }
    const changes = { base: 2, changes: [{ id: 'forged', label: 'Forged', atomic: true, edits: [edit] }] }
    return [
      { path: '/api/models', body: { name: 'Target', from: { kind: 'empty' } } },
      { path: `/api/models/${id}/changes`, body: changes },
      { path: `/api/models/${id}/imports`, body: { files } },
    ]
  }

  test('a request from elsewhere changes nothing, on every route', async () => {
    const before = await stateNow()
    for (const headers of origins(client.origin)) {
      for (const { path: address, body } of [
        ...mutations(),
        { path: '/api/auth/sign-out', body: {} },
        { path: '/api/auth/sign-in/username', body: { name: 'ada', password: 'wrong words here' } },
      ]) {
        const answer = await client.send('POST', address, { headers, body: JSON.stringify(body) })
        expectSentence(answer, [403], `${address} with ${JSON.stringify(headers)}`)
      }
    }
    expect(await stateNow()).toEqual(before)
    const [create, change] = mutations()
    for (const mutation of [create, change]) {
      const answer = await client.send('POST', mutation?.path ?? '', { body: JSON.stringify(mutation?.body) })
      expect(answer.status, 'the same request from our own page').toBe(200)
    }
    expect(await stateNow()).not.toEqual(before)
  })

  test('a command from elsewhere changes nothing, for every server action', async () => {
    // What would do something if it were taken; of the others the answer alone tells, because origins come first.
    const args: Record<string, unknown> = {
      createModelAction: { name: 'Target', from: { kind: 'empty' } },
      deleteModelAction: { id },
      inviteMemberAction: { role: 'owner', note: '', days: 1 },
      renameWorkspaceAction: { name: 'Mallory' },
    }
    const names = serverActions().map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(Object.keys(args)))
    const before = await stateNow()
    for (const headers of origins(client.origin)) {
      for (const name of names) {
        const answer = await act(name, [args[name] ?? {}], headers)
        expectSentence(answer, [403], `${name} with ${JSON.stringify(headers)}`)
      }
    }
    expect(await stateNow()).toEqual(before)
    const own = await act('deleteModelAction', [{ id }])
    expect(own.status, `the same command from our own page: ${own.text}`).toBe(200)
    expect(own.text).toContain('"ok":true')
    expect(await stateNow()).toEqual(before.filter(({ each }) => each !== id))
  })

  test('commands that are damaged get a sentence and never a 500', async () => {
    const damaged = [
      '',
      '{',
      '[',
      '{}',
      '["$F1"]',
      '["$K1"]',
      '[{"__proto__":1}]',
      `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
      '\0',
    ]
    for (const { name, id: action, page } of serverActions()) {
      for (const body of damaged) {
        const headers = { 'next-action': action, 'content-type': 'text/plain;charset=UTF-8' }
        const answer = await client.send('POST', page, { headers, body })
        expectSentence(answer, [400, 413, 415], `${name} with ${body.slice(0, 40)}`)
      }
      // Signing out takes no input, and would end the session that the other journeys use.
      if (name === 'signOutAction') continue
      for (const given of [[], [null], [5], [[]], [{ id: 5 }], [{ id: '\0' }], [{ id: { $ne: '' } }]]) {
        const answer = await act(name, given)
        expect(answer.status, `${name} with ${JSON.stringify(given)}`).toBeLessThan(500)
        expect(answer.text, `${name} with ${JSON.stringify(given)}`).not.toContain('"unexpected"')
      }
    }
    const unknown = await client.send('POST', '/models', {
      headers: { 'next-action': '0'.repeat(42), 'content-type': 'text/plain;charset=UTF-8' },
      body: '[]',
    })
    expect(unknown.status).toBeLessThan(500)
  })
})

test.describe('files that explode', () => {
  for (const { name, text, isReadable } of bombs()) {
    test(`${name} gets a sentence, and the server answers others meanwhile`, async () => {
      const body = JSON.stringify({ files: [{ path: 'compose.yaml', text }] })
      const reading = client.send('POST', `/api/models/${id}/imports`, { body })
      const health = () => client.send('GET', '/api/health', { headers: { cookie: undefined } })
      expect((await health()).status).toBe(200)
      const answer = await reading
      if (answer.status !== 200) expectSentence(answer, [400, 413], name)
      else {
        const { unreadable, skipped, warnings } = JSON.parse(answer.text)
        const said = [...unreadable, ...skipped, ...warnings].map((each) => each.sentence ?? each.why)
        if (!isReadable) expect(said.length, answer.text.slice(0, 300)).toBeGreaterThan(0)
        for (const sentence of said) expect(sentence).toMatch(/\.$/)
      }
      expect((await health()).status).toBe(200)
    })
  }
})

test.describe('after all of this', () => {
  test.use({ storageState: ownerState })

  test('the server still works for people', async ({ page }) => {
    await page.goto(`/models/${id}/canvas`)
    await expect(page.getByText('web', { exact: true }).first()).toBeVisible()
  })
})
