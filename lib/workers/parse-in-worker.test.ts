import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readFiles } from '@/lib/importers/read-files'
import { emptyModel } from '@/lib/model/empty-model'
import { buildWorker } from '@/lib/testing/build-worker'
import { zipOf } from '@/lib/testing/zip-of'
import { PARSE_LIMITS, type ParseAnswer, parseInWorker, planInWorker } from '@/lib/workers/parse-in-worker'
import type { GivenFile } from '@/lib/workers/unpack/unpack-files'

// The real worker in a real thread.
let folder = ''
let worker = ''
const script = (code: string) => {
  const file = path.join(folder, `script-${code.length}.mjs`)
  writeFileSync(file, code)
  return file
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'parse-worker-'))
  worker = await buildWorker('parse')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const compose = { path: 'compose.yaml', text: 'services:\n  web:\n    image: nginx:1.29\n' }
const given = (files: readonly GivenFile[]) => ({ files, beside: [] })
const sentenceOf = (answer: ParseAnswer) => ('refused' in answer ? answer.refused : '')

const planned = async (files: readonly GivenFile[], owner: string) => {
  const plan = { modelId: 'model', document: emptyModel('Model', 'hash'), baseSeq: 0 }
  const answer = await planInWorker(given(files), plan, { limits: PARSE_LIMITS, owner, workerFile: worker })
  if ('refused' in answer) return answer.refused
  const { change, ...rest } = JSON.parse(new TextDecoder().decode(answer.json))
  return { ...rest, edits: change?.edits }
}

describe('planInWorker', () => {
  it('answers in a thread that has read other files what it answers in a new one', async () => {
    const expected = await planned([{ ...compose }], 'new')
    const bad = [
      {
        path: 'pollute.yaml',
        text: 'services: {__proto__: {polluted: canary}, constructor: {prototype: {polluted: canary}}}',
      },
      {
        path: 'bomb.yaml',
        text: `a: &a [x,x]\nb: &b [${'*a,'.repeat(50)}]\nservices: ${'['.repeat(10_000)}`,
      },
      {
        path: 'other.yaml',
        text: 'services:\n  canary:\n    image: canary:1\n    environment: {PASSWORD: canary}\n',
      },
    ]
    for (const file of bad) await planned([file], 'used')
    const used = await planned([{ ...compose }], 'used')
    expect(used).toEqual(expected)
    expect(JSON.stringify(used)).not.toContain('canary')
  })
})

describe('parseInWorker', () => {
  it('answers what reading in this thread answers', async () => {
    expect(await parseInWorker(given([{ ...compose }]), PARSE_LIMITS, worker)).toEqual(readFiles([compose]))
  })

  it('answers broken and hostile files as the reader does', async () => {
    const files = [
      { path: 'a.yaml', text: 'services: [' },
      { path: 'b.yaml', text: `services: ${'['.repeat(50_000)}` },
    ]
    expect(await parseInWorker(given(files), PARSE_LIMITS, worker)).toEqual(readFiles(files))
  })

  it('stops a reader that does not come to an end', async () => {
    const endless = script('for (;;) {}')
    expect(
      sentenceOf(await parseInWorker(given([compose]), { ...PARSE_LIMITS, timeoutMs: 300 }, endless)),
    ).toContain('took longer')
  })

  it('stops a reader that needs too much memory', async () => {
    const hungry = script('const all = []; for (;;) all.push(new Array(1e5).fill(Math.random()))')
    expect(
      sentenceOf(await parseInWorker(given([compose]), { ...PARSE_LIMITS, memoryMb: 24 }, hungry)),
    ).toContain('memory')
  })

  it('answers a reader that crashes or ends without an answer, without quoting it', async () => {
    const crashing = script('throw new Error("hunter2canary")')
    const silent = script('process.exit(0)')
    for (const file of [crashing, silent]) {
      const sentence = sentenceOf(await parseInWorker(given([compose]), PARSE_LIMITS, file))
      expect(sentence).toContain('could not be read')
      expect(sentence).not.toContain('canary')
    }
  })

  it('ends when nobody waits for it any more', async () => {
    const controller = new AbortController()
    const endless = script('for (;;) { /* until it is ended */ }')
    const answer = parseInWorker(given([compose]), PARSE_LIMITS, endless, controller.signal)
    controller.abort()
    expect(sentenceOf(await answer)).toContain('given up')
    expect(
      sentenceOf(await parseInWorker(given([compose]), PARSE_LIMITS, endless, controller.signal)),
    ).toContain('given up')
  })

  it('says of scans in an archive which one they came out of', async () => {
    const log = new TextEncoder().encode('[WARN] 5.4 - Container of docker is not privileged (Automated)\n')
    const parts = [
      { name: 'shop/compose.yaml', data: new TextEncoder().encode(compose.text) },
      { name: 'shop/bench.log', data: log },
    ]
    const answer = await parseInWorker(
      given([{ path: 'shop.zip', bytes: zipOf(parts) }]),
      PARSE_LIMITS,
      worker,
    )
    if ('refused' in answer) throw new Error(answer.refused)
    expect(answer.outcomes.map(({ file, scanner, archive }) => [file, scanner, archive])).toEqual([
      ['shop/compose.yaml', undefined, undefined],
      ['shop/bench.log', 'Docker Bench for Security', 'shop.zip'],
    ])
  })

  it('opens an archive and decodes what is in it', async () => {
    const text = new TextEncoder().encode(compose.text)
    const bytes = zipOf([{ name: 'shop/compose.yaml', data: text }])
    const answer = await parseInWorker(given([{ path: 'shop.zip', bytes }]), PARSE_LIMITS, worker)
    expect(answer).toEqual(readFiles([{ ...compose, path: 'shop/compose.yaml' }]))
  })

  it('refuses too many files, too much text and a reader that was not built', async () => {
    expect(
      sentenceOf(await parseInWorker(given([compose, compose]), { ...PARSE_LIMITS, maxFiles: 1 }, worker)),
    ).toContain('more than 1 files')
    expect(
      sentenceOf(await parseInWorker(given([compose]), { ...PARSE_LIMITS, maxLength: 10 }, worker)),
    ).toContain('larger than')
    expect(
      sentenceOf(await parseInWorker(given([compose]), PARSE_LIMITS, path.join(folder, 'none.js'))),
    ).toContain('npm start')
  })
})
