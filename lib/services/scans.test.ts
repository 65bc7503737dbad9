import { readFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCatalogue } from '@/lib/cli/read-catalogue'
import { keepPack } from '@/lib/db/packs'
import type { Edit } from '@/lib/model/change'
import type { Result } from '@/lib/model/protocol'
import { applyChanges } from '@/lib/services/apply-changes'
import { createModel } from '@/lib/services/create-model'
import { attachEvidence, deleteEvidence, getEvidence } from '@/lib/services/evidence'
import { importScan } from '@/lib/services/import-scan'
import { chooseFindings, placeFindings } from '@/lib/services/judge-findings'
import { deleteScan, getScan, listScans } from '@/lib/services/scans'
import { makeWorkspace, openTestDatabase, type TestDatabase } from '@/lib/testing/test-database'
import { zipOf } from '@/lib/testing/zip-of'
import { PARSE_WORKER_FILE } from '@/lib/workers/parse-in-worker'

let db: TestDatabase
let ours: Awaited<ReturnType<typeof makeWorkspace>>
let theirs: Awaited<ReturnType<typeof makeWorkspace>>
let id: string
let mitigationId: string
const log = readFileSync(
  'lib/importers/scans/docker-bench-security/__fixtures__/log-1.5.0-three-runs.log',
  'utf8',
)
const upload = (text: string, path = 'bench.log') => ({ files: [{ path, text }] })
const bytes = (...parts: (number | string)[]) =>
  new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.of(part)))),
  )

beforeAll(async () => {
  // The launcher builds it; what lies there may be of an older state.
  await build({
    entryPoints: ['lib/workers/parse.worker.ts'],
    outfile: path.resolve(PARSE_WORKER_FILE),
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    tsconfig: 'tsconfig.json',
  })
  db = await openTestDatabase()
  ours = await makeWorkspace(db)
  theirs = await makeWorkspace(db)
  const catalogue = readCatalogue()
  if (!catalogue.ok) throw new Error(JSON.stringify(catalogue.problems))
  await keepPack(catalogue.pack, new Date().toISOString())
  mitigationId =
    catalogue.pack.mitigations.find(({ controls }) => controls.includes('docker:run-memory-limit'))?.id ?? ''
  id = value(await createModel(ours.owner, { name: 'Shop', from: { kind: 'empty' } })).id
}, 60_000)
afterAll(() => db.close())

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.sentence)
  return result.value
}

describe('a scan', () => {
  it('is kept beside the model under a number, once, with the run that was asked for', async () => {
    const [last] = value(await importScan(ours.editor, { id }, upload(log))).runs
    expect(last).toMatchObject({
      isNew: true,
      head: { number: 1, run: 3, runs: 3, tool: 'docker-bench-security' },
    })
    const again = value(await importScan(ours.editor, { id }, upload(log)))
    expect(again.runs).toMatchObject([{ isNew: false, head: { id: last?.head.id } }])
    const [first] = value(await importScan(ours.editor, { id, run: 1 }, upload(log))).runs
    expect(first?.head).toMatchObject({ number: 2, run: 1 })
    expect(value(await listScans(ours.viewer, { id })).runs.map(({ number }) => number)).toEqual([2, 1])
    const run = value(await getScan(ours.viewer, { id, runId: last?.head.id ?? '' }))
    expect(run.checks.length).toBeGreaterThan(20)
    expect(run.left).toBe(0)
  })

  it('keeps no secret', async () => {
    const text = `${log}[WARN]      * password=correcthorse\n`
    const [run] = value(await importScan(ours.editor, { id }, upload(text))).runs
    expect(JSON.stringify(value(await getScan(ours.owner, { id, runId: run?.head.id ?? '' })))).not.toContain(
      'correcthorse',
    )
    value(await deleteScan(ours.editor, { id, runId: run?.head.id ?? '' }))
  })

  it('that nobody can read is named with a sentence, and nothing is kept', async () => {
    const before = value(await listScans(ours.owner, { id })).runs.length
    const { runs, unreadable } = value(await importScan(ours.editor, { id }, upload('{"a": ['.repeat(300))))
    expect(runs).toEqual([])
    expect(unreadable).toEqual([
      expect.objectContaining({ file: 'bench.log', sentence: expect.stringMatching(/\.$/) }),
    ])
    expect(value(await listScans(ours.owner, { id })).runs).toHaveLength(before)
  })
})

describe('scans in a zip', () => {
  const zip = (parts: Readonly<Record<string, string>>, name = 'audit.zip') => ({
    files: [
      {
        path: name,
        bytes: zipOf(Object.entries(parts).map(([path, text]) => ({ name: path, data: Buffer.from(text) }))),
      },
    ],
  })
  const report = (found: string) =>
    `{"SchemaVersion":2,"ArtifactName":"${found}","Results":[{"Target":"a","Vulnerabilities":[{"VulnerabilityID":"CVE-2099-1","PkgName":"a","Severity":"HIGH"}]}]}`

  it('are kept as if each had been dropped, and what is no scan is passed over', async () => {
    const other = value(await createModel(ours.owner, { name: 'Zip', from: { kind: 'empty' } })).id
    const parts = {
      'audit/bench.log': log,
      'audit/trivy.json': report('shop'),
      'audit/compose.yaml': 'services: {}\n',
    }
    const { runs, unreadable } = value(await importScan(ours.editor, { id: other }, zip(parts)))
    expect(unreadable).toEqual([])
    expect(runs.map(({ head }) => [head.number, head.tool, head.file.name])).toEqual([
      [1, 'docker-bench-security', 'audit/bench.log'],
      [2, 'trivy', 'audit/trivy.json'],
    ])
    // The same file by itself is known.
    const [again] = value(await importScan(ours.editor, { id: other }, upload(log))).runs
    expect(again).toMatchObject({ isNew: false, head: { number: 1 } })
  })

  it('of two tools in one file are two runs', async () => {
    const other = value(await createModel(ours.owner, { name: 'Both', from: { kind: 'empty' } })).id
    const text = ['trivy-operator/__fixtures__/config-audit.yaml', 'policy-report/__fixtures__/reports.yaml']
      .map((name) => readFileSync(path.join('lib/importers/scans', name), 'utf8').trimEnd())
      .join('\n---\n')
    for (const isNew of [true, false]) {
      const { runs, unreadable } = value(
        await importScan(ours.editor, { id: other }, upload(text, 'all.yaml')),
      )
      expect(unreadable).toEqual([])
      expect(runs.map((run) => [run.head.tool, run.head.number, run.isNew, run.warnings])).toEqual([
        ['trivy-operator', 1, isNew, []],
        ['policy-report', 2, isNew, []],
      ])
    }
  })

  it('are at most as many as are taken at once, and the others are told', async () => {
    const other = value(await createModel(ours.owner, { name: 'Zip', from: { kind: 'empty' } })).id
    const parts = Object.fromEntries(
      Array.from({ length: 23 }, (_, at) => [`a/${at}.json`, report(`shop-${at}`)]),
    )
    const { runs, unreadable } = value(await importScan(ours.editor, { id: other }, zip(parts)))
    expect(runs).toHaveLength(20)
    expect(unreadable).toEqual([{ file: 'audit.zip', sentence: expect.stringContaining('3 more scans') }])
  })

  it('that hold none, or are damaged, get a sentence', async () => {
    const without = value(await importScan(ours.editor, { id }, zip({ 'a/notes.txt': 'hello' })))
    expect(without).toEqual({
      runs: [],
      unreadable: [{ file: 'audit.zip', sentence: expect.stringContaining('No file of this archive') }],
    })
    const [file] = zip({ 'a/bench.log': log }).files
    const damaged = { files: [{ path: 'audit.zip', bytes: (file?.bytes ?? bytes()).slice(0, -40) }] }
    expect(value(await importScan(ours.editor, { id }, damaged)).unreadable[0]?.sentence).toContain('damaged')
  })
})

describe('who may do what', () => {
  it('a stranger gets what a missing model gives', async () => {
    const runId = 'r'
    for (const result of [
      await importScan(theirs.owner, { id }, upload(log)),
      await listScans(theirs.owner, { id }),
      await getScan(theirs.owner, { id, runId }),
      await deleteScan(theirs.owner, { id, runId }),
      await placeFindings(theirs.owner, { id, target: 'a', elementIds: [] }),
      await chooseFindings(theirs.owner, { id, findings: ['a'], reason: '' }),
      await attachEvidence(theirs.owner, { id, about: 'a' }, { name: 'a', bytes: bytes('a') }),
      await getEvidence(theirs.owner, { id, fileId: 'f' }),
      await deleteEvidence(theirs.owner, { id, fileId: 'f' }),
    ])
      expect(result).toEqual(await listScans(theirs.owner, { id: 'none' }))
  })

  it('a viewer reads, a reviewer judges, an editor imports', async () => {
    expect(await importScan(ours.viewer, { id }, upload(log))).toMatchObject({ code: 'forbidden' })
    expect(await importScan(ours.reviewer, { id }, upload(log))).toMatchObject({ code: 'forbidden' })
    expect(await chooseFindings(ours.viewer, { id, findings: ['a'], reason: '' })).toMatchObject({
      code: 'forbidden',
    })
    value(await chooseFindings(ours.reviewer, { id, findings: ['a', 'b'], reason: 'Worst first.' }))
    value(await chooseFindings(ours.reviewer, { id, findings: ['b'], reason: null }))
    value(await placeFindings(ours.editor, { id, target: 'shop-web-1', elementIds: ['web'] }))
    expect(value(await listScans(ours.viewer, { id }))).toMatchObject({
      choices: [{ finding: 'a', reason: 'Worst first.', by: ours.reviewer.name }],
      places: { 'shop-web-1': ['web'] },
    })
  })
})

describe('a file of evidence', () => {
  it('is what its content says, whatever its name', async () => {
    const attach = (name: string, content: Uint8Array<ArrayBuffer>) =>
      attachEvidence(ours.reviewer, { id, about: 'a' }, { name, bytes: content })
    const png = value(await attach('../../etc/page.html', bytes(0x89, 'PNG\r\n', 0x1a, '\n', 'rest')))
    expect(png).toMatchObject({ name: 'page.html', mediaType: 'image/png' })
    expect(value(await attach('log.exe', bytes('[PASS] 5.4\n'))).mediaType).toBe('text/plain; charset=utf-8')
    expect(await attach('a.png', bytes('MZ', 0, 1, 2))).toMatchObject({ code: 'unsupported' })
    expect(await attach('a.png', bytes())).toMatchObject({ code: 'invalid' })
    expect(await attach('a.txt', new Uint8Array(6 * 1024 * 1024).fill(65))).toMatchObject({
      code: 'too-large',
    })
    expect(value(await getEvidence(ours.viewer, { id, fileId: png.id })).content).toHaveLength(12)
    value(await deleteEvidence(ours.reviewer, { id, fileId: png.id }))
    expect(await getEvidence(ours.viewer, { id, fileId: png.id })).toMatchObject({ code: 'not-found' })
  })
})

describe('a mitigation', () => {
  it('is verified by evidence, never by hand alone', async () => {
    const web = { id: 'web', type: 'container', name: 'web', zoneIds: [], facts: {}, tags: [] }
    const state = {
      elementId: 'web',
      mitigationId,
      status: 'verified' as const,
      by: '',
      at: new Date().toISOString(),
    }
    let base = 1
    const send = async (edits: Edit[]) => {
      const change = { id: `c${base}-${edits.length}-${Math.random()}`, label: 'x', atomic: true, edits }
      const answer = value(await applyChanges(ours.editor, { id, base, changes: [change] }))
      base = answer.seq
      return answer
    }
    await send([{ type: 'add-component', component: web }])
    const set = (evidence?: string[]): Edit[] => [
      {
        type: 'set-mitigation',
        elementId: 'web',
        mitigationId,
        value: { ...state, ...(evidence && { evidence }) },
        was: null,
      },
    ]
    const refused = await send(set())
    expect(refused.refused).toMatchObject([
      { code: 'invalid', sentence: expect.stringContaining('by evidence') },
    ])
    expect((await send(set(['no-such-run']))).accepted).toEqual([])
    const run = value(await listScans(ours.owner, { id })).runs.find((one) => one.run === 3)
    expect((await send(set([run?.id ?? '']))).refused).toEqual([])
  })
})
