import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { IMPORTERS } from '@/lib/importers/importers'
import { readFiles } from '@/lib/importers/read-files'
import { readScan } from '@/lib/importers/scans/read-scan'
import { emptyModel } from '@/lib/model/empty-model'
import { writeModelFile } from '@/lib/model/model-file'
import { filesBelow, readOwnCatalogue, testImporter } from '@/lib/testing/test-importer'

const root = path.resolve('lib/importers')
/** Folders that are no format of a system's files: shared parts, and readers that have a list and a contract of their own. */
const shared = new Set(['archive', 'yaml', 'plan', 'scans', 'submission'])
const folders = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !shared.has(entry.name))
  .map(({ name }) => name)
  .filter((name) => readdirSync(path.join(root, name)).some((file) => file.endsWith('.ts')))

describe('the list of importers', () => {
  it.each(folders)('has the importer of the folder %s', (folder) => {
    expect(
      existsSync(path.join(root, folder, `${folder}-importer.ts`)),
      `${folder}/${folder}-importer.ts`,
    ).toBe(true)
    expect(
      IMPORTERS.map(({ id }) => id),
      `importers.ts lists ${folder}`,
    ).toContain(folder)
  })

  it('has no id twice, and none without a folder', () => {
    const ids = IMPORTERS.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.toSorted()).toEqual(folders.toSorted())
  })

  const catalogue = readOwnCatalogue()
  it.each(IMPORTERS.map((importer) => [importer.id, importer] as const))(
    'holds for %s what every importer owes',
    (id, importer) => {
      const fixtures = filesBelow(path.join(root, id, '__fixtures__'))
      expect(fixtures.length, `${id}/__fixtures__`).toBeGreaterThan(0)
      const first = ({ path: name }: { path: string }) => name.split('/')[0]
      for (const name of new Set(fixtures.map(first))) {
        testImporter(
          importer,
          fixtures.filter((file) => first(file) === name),
          catalogue,
        )
      }
    },
  )

  it.each(IMPORTERS.map((importer) => [importer.id, importer] as const))(
    'knows in %s the fixtures of no other format',
    (id, importer) => {
      for (const other of IMPORTERS.filter((one) => one.id !== id)) {
        for (const file of filesBelow(path.join(root, other.id, '__fixtures__')))
          expect(importer.detect(file), file.path).not.toBe('yes')
      }
    },
  )
})

describe('readFiles', () => {
  const catalogue = readOwnCatalogue()
  const compose = { path: 'compose.yaml', text: 'services:\n  web:\n    image: nginx\n' }

  it('lists a file that no importer knows as skipped, beside one that was read', () => {
    const { extracts, unreadable } = readFiles([{ path: 'photo.png', text: '\u0089PNG' }, compose])
    expect(unreadable).toEqual([])
    expect(extracts[0]?.skipped).toContainEqual({
      file: 'photo.png',
      line: 1,
      what: 'photo.png',
      why: expect.stringContaining('does not know'),
    })
  })

  it('names output of scanners, and holds it against nobody', () => {
    const log = {
      path: 'bench.log',
      text: '[WARN] 5.4 - Container of docker is not privileged (Automated)\n',
    }
    const report = { path: 'trivy.json', text: '{"SchemaVersion":2,"ArtifactName":"shop","Results":[]}' }
    const { extracts, unreadable, outcomes } = readFiles([compose, log, report])
    expect(outcomes.map(({ file, scanner }) => [file, scanner])).toEqual([
      ['compose.yaml', undefined],
      ['bench.log', 'Docker Bench for Security'],
      ['trivy.json', 'Trivy'],
    ])
    expect(outcomes[1]?.why).toContain('imported as a scan')
    expect(unreadable).toEqual([])
    expect(extracts[0]?.skipped.map(({ file }) => file)).not.toContain('bench.log')
    expect(readFiles([log]).unreadable).toEqual([])
  })

  const report = (group: string, kind: string, fields: string) =>
    `apiVersion: ${group}/v1\nkind: ${kind}\nmetadata: {name: web, namespace: shop}\n${fields}\n`
  const trivy = report(
    'aquasecurity.github.io',
    'ConfigAuditReport',
    'report: {checks: [{checkID: KSV001, success: false, title: Ours, severity: LOW}]}',
  )
  const policy = report('wgpolicyk8s.io', 'PolicyReport', 'results: [{policy: ours, result: fail}]')

  it.each([
    ['Trivy operator', trivy],
    ['Policy Report', policy],
  ])('takes reports of a %s for a scan and draws nothing of them', (label, text) => {
    const { extracts, unreadable, outcomes } = readFiles([{ path: 'reports.yaml', text }])
    expect(extracts.flatMap(({ components }) => components)).toEqual([])
    expect(extracts.flatMap(({ skipped }) => skipped)).toEqual([
      expect.objectContaining({ line: 2, why: expect.stringContaining('imported as a scan') }),
    ])
    expect(unreadable).toEqual([])
    expect(outcomes).toEqual([expect.objectContaining({ file: 'reports.yaml', scanner: label })])
    expect(outcomes[0]?.readAs).toBeUndefined()
  })

  it('gives components and findings of a file that mixes both', () => {
    const settings =
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  a.json: |\n    {"a": 1}\n'
    const web =
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop}\nspec: {template: {spec: {containers: [{name: a, image: a}]}}}\n'
    const text = [settings, web, trivy].join('---\n')
    const { extracts, outcomes } = readFiles([{ path: 'all.yaml', text }])
    const keys = extracts.flatMap(({ components }) => components.map(({ key }) => key))
    expect(keys).toContain('Deployment/shop/web')
    expect(keys.filter((key) => key.includes('Report'))).toEqual([])
    expect(outcomes).toEqual([
      expect.objectContaining({
        readAs: 'Kubernetes',
        scanner: 'Trivy operator',
        why: expect.stringContaining('also holds output of Trivy operator'),
      }),
    ])
    const scan = readScan({ path: 'all.yaml', text }, catalogue)
    expect(scan.ok && scan.extract.checks.map(({ key, resource }) => [key, resource])).toEqual([
      ['trivy:KSV-0001', 'shop/web'],
    ])
  })

  it('takes reports that hold no findings for no scan', () => {
    const empty = report('aquasecurity.github.io', 'ClusterComplianceReport', 'spec: {cron: 0 0 * * *}')
    const inventory = report('aquasecurity.github.io', 'SbomReport', 'report: {components: {}}')
    const { extracts, outcomes } = readFiles([{ path: 'a.yaml', text: `${empty}---\n${inventory}` }])
    expect(extracts.flatMap(({ components }) => components)).toEqual([])
    expect(extracts.flatMap(({ skipped }) => skipped.map(({ why }) => why))).toEqual([
      expect.stringContaining('no findings'),
      expect.stringContaining('no findings'),
    ])
    expect(outcomes[0]?.scanner).toBeUndefined()
  })

  it('lists it as unreadable when there is nothing else', () => {
    expect(readFiles([{ path: 'notes.md', text: '# Hello' }])).toEqual({
      extracts: [],
      unreadable: [{ file: 'notes.md', sentence: expect.stringContaining('does not know') }],
      outcomes: [
        {
          file: 'notes.md',
          components: 0,
          facts: 0,
          skipped: 0,
          why: expect.stringContaining('does not know'),
        },
      ],
    })
  })

  it('reads nothing from nothing', () => {
    expect(readFiles([])).toEqual({ extracts: [], unreadable: [], outcomes: [] })
  })

  it('tells of each file what became of it', () => {
    const files = [
      { path: 'shop/compose.yaml', text: 'services:\n  web:\n    build: ./web\n' },
      { path: 'shop/web/Dockerfile', text: 'FROM node:22\nUSER node\n' },
      { path: 'shop/photo.svg', text: '<svg/>' },
    ]
    const { outcomes } = readFiles(files)
    expect(outcomes).toEqual([
      {
        file: 'shop/compose.yaml',
        readAs: 'Docker Compose',
        components: 7,
        facts: expect.any(Number),
        skipped: 0,
      },
      {
        file: 'shop/web/Dockerfile',
        readAs: 'Dockerfile',
        components: 4,
        facts: expect.any(Number),
        skipped: 0,
      },
      {
        file: 'shop/photo.svg',
        components: 0,
        facts: 0,
        skipped: 1,
        why: expect.stringContaining('does not know'),
      },
    ])
  })

  it("says where Bulkhead's own file belongs", () => {
    const { extracts, unreadable } = readFiles([
      { path: 'shop.json', text: writeModelFile(emptyModel('Shop', 'c')) },
    ])
    expect(extracts).toEqual([])
    expect(unreadable).toEqual([
      { file: 'shop.json', line: 1, sentence: expect.stringContaining('whole Bulkhead model') },
    ])
  })
})
