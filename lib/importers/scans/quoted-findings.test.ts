import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openRepositoryCatalogue } from '@/lib/cli/repository-catalogue'
import { readScan } from '@/lib/importers/scans/read-scan'
import { readSubmission } from '@/lib/importers/submission/read-submission'

const catalogue = openRepositoryCatalogue()

function quoted(text: string) {
  const result = readScan({ path: 'quote.txt', text }, catalogue)
  if (!result.ok) throw new Error(result.sentence)
  return result.extract
}

// A few lines of a benchmark in somebody's text: nothing but wording and numbers tell the version.
describe('quoted findings', () => {
  it.each([
    [
      'a version written with underscores',
      'after CIS_Docker_Benchmark_v1.2.0\n[Fail] 1.2.1 A separate partition for the data of containers (Scored)',
      'aqua-cis-1.2: The file states',
      ['docker:host-partition'],
    ],
    [
      'the wording of the older era',
      '[FAIL] 2.2 Level of logging is info (Scored)\n[FAIL] 4.5 Docker content trust demanded (Scored)',
      'aqua-cis-1.2: Numbers',
      ['docker:daemon-log-level', 'docker:image-content-trust'],
    ],
    [
      'the wording of the newer era, with the other version that fits',
      '[FAIL] 1.1.5 Docker audit rule: /var/lib/docker (Automated)\n[FAIL] 1.1.7 Docker audit rule: docker.service (Automated)',
      'aqua-cis-1.3.1: Numbers and titles fit aqua-cis-1.3.1 best (and aqua-cis-1.6.0',
      ['docker:audit-var-lib-docker', 'docker:audit-docker-service'],
    ],
  ])('are read by %s', (_what, text, why, keys) => {
    const { checks, versionWhy } = quoted(text)
    expect(versionWhy).toContain(why)
    expect(checks.map(({ key }) => key)).toEqual(keys)
    expect(checks.every(({ mismatch }) => mismatch === null)).toBe(true)
  })

  it('have a number that belongs to the title of a check much like it', () => {
    const text = '[FAIL] 2.17.b The container is restricted from acquiring additional privileges (Scored)'
    const [check] = quoted(`CIS Docker Benchmark v1.2\n${text}`).checks
    expect(check?.key).toBe('docker:daemon-no-new-privileges')
    expect(check?.mismatch).toContain('docker:run-no-new-privileges, number 5.25')
  })

  it('keep a number whose title names no other check better', () => {
    const text = '[FAIL] 2.17.b All containers are restricted from acquiring new privileges (Scored)'
    expect(quoted(`CIS Docker Benchmark v1.2\n${text}`).checks[0]?.mismatch).toBeNull()
  })
})

const seeds = path.resolve('../shared/submissions/seeds')
const expected: [string, string, [string, string][]][] = [
  [
    '000_a25f5e50b2d1abe2.txt',
    'aqua-cis-1.2',
    [
      ['1.2.1', 'docker:host-partition'],
      ['3.7', 'docker:file-registry-cert-owner'],
      ['4.1', 'docker:image-user'],
    ],
  ],
  [
    '001_796e00d817ad6de3.txt',
    'dbs-1.6.0',
    [
      ['2.15', 'docker:daemon-live-restore'],
      ['2.16', 'docker:daemon-userland-proxy'],
      ['2.14', 'docker:daemon-no-new-privileges'],
    ],
  ],
  [
    '002_5e716336f9c55544.txt',
    'aqua-cis-1.3.1',
    [
      ['1.1.5', 'docker:audit-var-lib-docker'],
      ['1.1.6', 'docker:audit-etc-docker'],
      ['1.1.7', 'docker:audit-docker-service'],
    ],
  ],
  [
    '003_1a6d04bc8ec50b51.txt',
    'aqua-cis-1.2',
    [
      ['2.2', 'docker:daemon-log-level'],
      ['5.10', 'docker:run-memory-limit'],
      ['5.25', 'docker:run-no-new-privileges'],
    ],
  ],
  [
    '004_688ab2e2c5912f0c.txt',
    'aqua-cis-1.2',
    [
      ['2.2', 'docker:daemon-log-level'],
      ['2.17.b', 'docker:daemon-no-new-privileges'],
      ['4.5', 'docker:image-content-trust'],
    ],
  ],
]
/** Those that quote the tool's own lines, so that the reader of scans knows them too. */
const asScans = new Set(['000', '002', '004'])

describe.skipIf(!existsSync(seeds))('findings of submissions beside the repository', () => {
  it.each(expected)('%s: each has its key, read as %s', (name, version, findings) => {
    const text = readFileSync(path.join(seeds, name), 'utf8')
    const read = readSubmission(text, catalogue).findings
    expect(read.map(({ id, key }) => [id, key])).toEqual(findings)
    expect(new Set(read.map((finding) => finding.version))).toEqual(new Set([version]))
    const wrong = read.flatMap(({ id, mismatch }) => (mismatch ? [`${id}: ${mismatch}`] : []))
    if (name.startsWith('004'))
      expect(wrong).toEqual([expect.stringContaining('docker:run-no-new-privileges')])
    else expect(wrong).toEqual([])
    if (!asScans.has(name.slice(0, 3))) return
    const { checks, versionWhy } = quoted(text)
    expect(checks.map(({ id, key }) => [id, key])).toEqual(findings)
    expect(versionWhy).toContain(`${version}:`)
    expect(checks.filter(({ mismatch }) => mismatch !== null)).toHaveLength(wrong.length)
  })
})
