import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openRepositoryCatalogue } from '@/lib/cli/repository-catalogue'
import { readScan } from '@/lib/importers/scans/read-scan'

const catalogue = openRepositoryCatalogue()
const read = (text: string) => readScan({ path: 'scan', text }, catalogue)
const root = path.resolve('lib/importers/scans')
const fixtures = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /__fixtures__.+\.\w+$/.test(name))
  .map((name) => readFileSync(path.join(root, name), 'utf8'))

describe('a file that is no scan', () => {
  it.each([
    ['nothing', ''],
    ['blanks', ' \n\t\n'],
    ['prose', 'A letter to a friend.\n[Hello] 1.1 there\n'],
    ['a Compose file', 'services:\n  web:\n    image: nginx\n'],
    ['JSON of something else', '{"name": "shop", "version": "1.0.0", "dependencies": {}}'],
    ['an empty list', '[]'],
    ['an empty object', '{}'],
    ['a picture', '\u0089PNG\r\n\u001a\n\0\0\0\rIHDR'],
  ])('is refused with a sentence: %s', (_name, text) => {
    expect(read(text)).toEqual({ ok: false, sentence: expect.stringMatching(/\.$/) })
  })
})

describe('a hostile file', () => {
  it('is refused when it is nested too deeply', () => {
    const result = read(`{"runs":${'['.repeat(100_000)}`)
    expect(result).toEqual({ ok: false, line: 1, sentence: expect.stringContaining('nested deeper') })
  })

  it('may call its fields as it likes', () => {
    const result = read(
      '{"__proto__":{"polluted":1},"constructor":1,"PolarisOutputVersion":"1","Results":[{"Name":"__proto__","Results":{"__proto__":{"ID":"x","Success":false,"Severity":"__proto__"}}}]}',
    )
    expect(result.ok && result.extract.checks).toHaveLength(1)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it.each([
    '{"SchemaVersion":2,"ArtifactName":5,"Results":"x"}',
    '{"SchemaVersion":2,"ArtifactName":"x","Results":[null,1,{"Misconfigurations":{"a":1},"Vulnerabilities":[[],{}]}]}',
    '{"Controls":[{"tests":[{"results":[{"test_number":{},"status":[]}]}],"node_type":1}]}',
    '{"dockerbenchsecurity":[],"tests":[{"results":[{}]},7]}',
    '{"dockerbenchsecurity":"1.3.4","1.1":{"a":[]},"2.1":null}',
    '{"runs":[{"tool":{"driver":{"name":[]}},"results":[{"locations":{}}]}]}',
    '{"summaryDetails":{"controls":{"C-0001":{"status":[]}}},"results":[{"controls":[{}]}]}',
    '{"check_type":1,"results":{"failed_checks":[{}]},"summary":[]}',
    '{"popeye":{"sections":[{"tally":[],"issues":{"a":[{"level":"99"}]}}]}}',
    '{"Reports":[{"Diagnostic":1,"Check":2}],"Checks":1}',
    '{"queries":[{"query_id":1,"files":[1,{}]}],"total_counter":"x"}',
    '{"nodes":1,"services":1,"vulnerabilities":[1,{}]}',
    '[{"code":1,"level":2,"message":3,"line":"x"}]',
    '{"summary":{"fatal":0},"details":[{"alerts":7}]}',
  ])('of wrong types is read as far as it goes: %s', (text) => {
    expect(() => read(text)).not.toThrow()
  })

  it('never makes reading throw, wherever a scan is cut or spoilt', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...fixtures),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.string({ maxLength: 12, unit: 'binary' }),
        (text, where, rubbish) => {
          const cut = Math.floor(Math.min(text.length, 8_000) * where)
          const result = read(text.slice(0, cut) + rubbish + text.slice(cut + 3, 8_000))
          if (!result.ok) expect(result.sentence).toMatch(/\.$/)
        },
      ),
      { numRuns: 150 },
    )
  }, 60_000)

  it('has names that stay on one line', () => {
    const result = read(
      JSON.stringify([{ code: 'DL1', level: 'info', message: 'a\n# b\u0007', line: 1, file: 'x\ny' }]),
    )
    expect(result.ok && result.extract.checks[0]).toMatchObject({ title: 'a # b', resource: 'x y:1' })
  })
})

describe('a secret in a scan', () => {
  it('is never kept', () => {
    const kept = fixtures.map((text) => JSON.stringify(read(text))).join('\n')
    for (const secret of ['hunter2', 'ghp_0123', 'AKIAIOSFODNN', 's3cr3tvalue', 'eyJhbGciOiJSUzI1NiJ9'])
      expect(kept).not.toContain(secret)
    expect(fixtures.join('\n')).toContain('hunter2')
  })

  it.each([
    'password=correcthorse',
    'API_KEY: "a1b2c3d4e5"',
    'https://ann:correcthorse@example.org/',
    '--token=a1b2c3d4e5f6',
    'Authorization: Bearer abcdefghijklmnop',
    'found AKIAIOSFODNN7EXAMPLE here',
    'x 9fQ2kLm8Zp4Tt7Vv1Bb6Nn3Cc5Xx0Ss2 y',
  ])('is taken out of details: %s', (details) => {
    const result = read(`[WARN] 4.10 - Images of docker\n[WARN]      * ${details}\n`)
    const text = JSON.stringify(result)
    for (const word of ['correcthorse', 'a1b2c3d4e5', 'abcdefghijklmnop', 'AKIAIOSFODNN7', '9fQ2kLm8Zp4T'])
      expect(text).not.toContain(word)
  })

  it('leaves names of files, images and settings alone', () => {
    const details =
      'file /etc/docker/token.json, image shop/web:1.0, set --token-auth-file=/etc/x, secrets: true'
    const result = read(`[WARN] 4.10 - Images of docker\n[WARN]      * ${details}\n`)
    expect(result.ok && result.extract.checks[0]?.details).toBe(details)
  })
})

describe('text as terminals leave it', () => {
  it('is read in the wide form of PowerShell', () => {
    const wide = Buffer.from('\uFEFF[FAIL] 5.4 Container of docker\r\n1 checks FAIL\r\n', 'utf16le').toString(
      'utf8',
    )
    const result = read(wide)
    expect(result.ok && result.extract.checks.map(({ id, title }) => [id, title])).toEqual([
      ['5.4', 'Container of docker'],
    ])
  })

  it.each([
    '> [FAIL] 5.4 Container of docker',
    '- [FAIL] 5.4 Container of docker',
    '12:[FAIL] 5.4 Container of docker',
    'out.txt:12:[FAIL] 5.4 Container of docker',
    '\u001b[31m[FAIL]\u001b[0m 5.4 Container of docker',
    '\\033[1;31m[FAIL]\\033[0m 5.4 Container of docker',
    'bench_1  | [FAIL] 5.4 Container of docker',
    '2024-01-01T00:00:00.123Z [FAIL] 5.4 Container of docker',
  ])('is read behind marks: %s', (line) => {
    const result = read(`${line}\n`)
    expect(result.ok && result.extract.checks[0]).toMatchObject({ id: '5.4', title: 'Container of docker' })
  })
})
