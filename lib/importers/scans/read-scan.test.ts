import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openRepositoryCatalogue } from '@/lib/cli/repository-catalogue'
import { readScan } from '@/lib/importers/scans/read-scan'
import type { ScanExtract } from '@/lib/importers/scans/scan-extract'

const catalogue = openRepositoryCatalogue()

function read(text: string, run?: number): ScanExtract {
  const result = readScan({ path: 'scan', text }, catalogue, run)
  if (!result.ok) throw new Error(result.sentence)
  return result.extract
}

function fixture(name: string, run?: number): ScanExtract {
  const [folder = '', file = ''] = name.split('/')
  return read(readFileSync(path.resolve('lib/importers/scans', folder, '__fixtures__', file), 'utf8'), run)
}

const checkOf = ({ checks }: ScanExtract, key: string) => checks.find((check) => check.key === key)

describe('the version of a benchmark', () => {
  it.each([
    ['docker-bench-security/log-1.3.3-coloured.log', '1.3.3', '1.1.0', 'dbs-1.3.3', '5.10'],
    ['docker-bench-security/log-1.3.5.log', '1.3.5', '1.2.0', 'dbs-1.3.5', '5.10'],
    ['docker-bench-security/log-1.3.6-remediation.log', '1.3.6', '1.4.0', 'dbs-1.3.6', '5.10'],
    ['docker-bench-security/log-1.6.1-terminal.txt', '1.6.1', '1.6.0', 'dbs-1.6.0', '5.10'],
    ['docker-bench-security/flat-1.3.4.json', '1.3.4', '1.1.0', 'dbs-1.3.3', '5.10'],
    ['docker-bench-security/nested-1.6.0.json', '1.6.0', '1.6.0', 'dbs-1.6.0', '5.10'],
    ['docker-bench-security/log-development.log', '1.6.0', '1.6.0', 'CIS-1.6.0', '5.11'],
    ['aqua-docker-bench/text-1.0.txt', null, '1.0', 'aqua-cis-1.0', '5.10'],
    ['aqua-docker-bench/text-1.2-test-output.txt', null, '1.2', 'aqua-cis-1.2', '5.10'],
    ['aqua-docker-bench/text-1.6.0-coloured.txt', null, '1.6.0', 'aqua-cis-1.6.0', '5.11'],
    ['aqua-docker-bench/json-1.6.0.json', null, '1.6.0', 'aqua-cis-1.6.0', '5.11'],
  ])('of %s is told, and the memory limit has its number', (name, toolVersion, version, numbering, id) => {
    const extract = fixture(name)
    expect(extract.toolVersion).toBe(toolVersion)
    expect(extract.benchmark).toBe('CIS Docker Benchmark')
    expect(extract.benchmarkVersion).toBe(version)
    expect(extract.versionWhy).toContain(numbering)
    expect(checkOf(extract, 'docker:run-memory-limit')?.id).toBe(id)
  })

  it.each([
    ['kube-bench/text-cis-1.6.txt', 'cis-1.6'],
    ['kube-bench/text-cis-1.24.txt', 'cis-1.24'],
    ['kube-bench/text-cis-1.8.txt', 'cis-1.8'],
    ['kube-bench/text-cis-1.12.txt', 'cis-1.12'],
    ['kube-bench/pod-log-cis-1.23.txt', 'cis-1.23'],
    ['kube-bench/json-cis-1.9-totals.json', 'cis-1.9'],
    ['kube-bench/json-cis-1.7-bare-list.json', 'cis-1.7'],
    ['kube-bench/json-cis-1.20-no-totals.json', 'cis-1.20'],
  ])('of %s is told', (name, numbering) => {
    expect(fixture(name).versionWhy).toContain(`${numbering}:`)
  })

  it('is doubted when titles and numbers follow another one', () => {
    const text = readFileSync(
      'lib/importers/scans/docker-bench-security/__fixtures__/log-development.log',
      'utf8',
    )
    expect(read(text).versionWhy).toContain('not dbs-1.6.0, which the file states')
  })
})

describe('a number and a title that name different checks', () => {
  const text = [
    '[FAIL] 2.13.a Containers outlive an engine restart (Scored)',
    '[FAIL] 2.14.a Userland proxy off (Scored)',
    '[FAIL] 2.17.b Container cannot gain privileges by way of a process limit in the cgroup (Scored)',
    '[FAIL] 5.28 Seccomp filter is on, engine socket, health check of the container (Scored)',
    '[FAIL] 5.4 Memory usage for the container is limited by docker (Scored)',
  ].join('\n')

  it('are shown, and named in a warning', () => {
    const { checks, warnings } = read(text)
    const wrong = checks.find(({ id }) => id === '5.4')
    expect(wrong?.mismatch).toContain('docker:run-memory-limit')
    expect(wrong?.mismatch).toContain('docker:run-privileged')
    expect(warnings.join()).toContain('do not belong together')
  })
})

describe('a log with many runs', () => {
  const name = 'docker-bench-security/log-1.5.0-three-runs.log'

  it('gives the last run', () => {
    const extract = fixture(name)
    expect([extract.runs, extract.run, extract.startedAt]).toEqual([3, 3, '2023-03-22T08:00:00+00:00'])
    expect(checkOf(extract, 'docker:run-memory-limit')?.status).toBe('pass')
  })

  it('gives another run when asked, with its own lines', () => {
    const extract = fixture(name, 1)
    expect([extract.run, extract.startedAt]).toEqual([1, '2023-03-20T08:00:00+00:00'])
    expect(checkOf(extract, 'docker:run-memory-limit')?.status).toBe('warn')
    expect(extract.checks[0]?.line).toBeLessThan(fixture(name).checks[0]?.line ?? 0)
  })

  it('says that a run was cut short, and that a run is not there', () => {
    expect(fixture(name, 2).warnings.join()).toMatch(/cut short/)
    expect(fixture(name, 9).warnings.join()).toMatch(/There is no run 9: the file holds 3/)
  })

  it('is told without a banner, when the same checks come again', () => {
    const one = ['5.4', '5.9', '5.10', '5.11', '5.12'].map((id) => `[WARN] ${id} - Container of docker`)
    const extract = read([...one, ...one.map((line) => line.replace('WARN', 'PASS'))].join('\n'))
    expect([extract.runs, extract.checks.length, extract.checks[0]?.status]).toEqual([2, 5, 'pass'])
  })
})

describe('docker-bench-security', () => {
  it('names the containers a check is about', () => {
    const extract = fixture('docker-bench-security/nested-1.6.0.json')
    const named = extract.checks.filter(({ resource }) => resource !== null)
    expect(named.length).toBeGreaterThan(0)
    expect(new Set(named.map(({ resource }) => resource))).toEqual(new Set(['shop-web, shop-db']))
    const ports = '[WARN] 5.8 - Ports of docker (Manual)\n[WARN]      * Port in use: 80 in shop-web\n'
    expect(read(ports).checks[0]?.resource).toBe('shop-web')
  })

  it('reads broken JSON and says so', () => {
    const extract = fixture('docker-bench-security/nested-1.5.0-broken.json')
    expect(extract.checks).toHaveLength(32)
    expect(extract.warnings[0]).toContain('broken JSON')
  })

  it('takes data for details where a flat file has no verdict', () => {
    const users = checkOf(fixture('docker-bench-security/flat-1.3.4.json'), 'docker:host-trusted-users')
    expect(users).toMatchObject({ status: 'info', word: '', details: 'docker:x:999:ubuntu,builder' })
  })

  it('finds the number of a check that is printed without one', () => {
    const experimental = checkOf(
      fixture('docker-bench-security/log-development.log'),
      'docker:daemon-experimental',
    )
    expect(experimental).toMatchObject({ id: '2.18', status: expect.any(String) })
  })

  it('compares its count of checks', () => {
    const text = '[WARN] 5.4 - Container of docker\n[INFO] Checks: 7\n'
    expect(read(text).warnings).toEqual([expect.stringContaining('says 7 checks; 1 are listed')])
  })

  it('passes on what the tool says of the whole run', () => {
    const text = '[WARN] Some tests may need root\n[WARN] 5.4 - Container of docker\n'
    const { checks, unexplained, warnings } = read(`2099/01/01 10:00:00 a log of Go\n${text}`)
    expect([checks.length, unexplained]).toEqual([1, []])
    expect(warnings).toContain('The tool says: Some tests may need root')
  })

  it('lists a line that nobody can explain', () => {
    expect(read('[WARN] 5.4 - Container of docker\n\nSomebody wrote this\n').unexplained).toEqual([
      'Somebody wrote this',
    ])
  })
})

describe('aquasecurity/docker-bench and kube-bench', () => {
  it('keep both halves of a check', () => {
    const keys = fixture('aqua-docker-bench/grep-1.2-paste.txt').checks.filter(({ id }) => /[ab]$/.test(id))
    expect(keys.length).toBeGreaterThan(0)
    expect(keys.every(({ key }) => key?.startsWith('docker:daemon-'))).toBe(true)
  })

  it('keep test output as details', () => {
    const failed = fixture('aqua-docker-bench/text-1.2-test-output.txt').checks.filter(
      ({ word }) => word === 'FAIL',
    )
    expect(failed.every(({ details }) => details === 'found: some words of output')).toBe(true)
  })

  it('pass over a finding that is quoted again', () => {
    const lines = Array.from(
      { length: 12 },
      (_, index) => `[FAIL] 5.${index + 1} Container of docker number ${index}`,
    )
    const { checks, warnings } = read([...lines, '12 checks FAIL', ...lines.slice(3, 5)].join('\n'))
    expect(checks).toHaveLength(12)
    expect(warnings).toEqual([])
  })

  it('name the type of node', () => {
    const { checks } = fixture('kube-bench/text-cis-1.8.txt')
    expect(new Set(checks.map(({ resource }) => resource))).toEqual(
      new Set(['master', 'etcd', 'controlplane', 'node', 'policies']),
    )
  })

  it('find checks of managed clusters by title alone', () => {
    const { checks, versionWhy } = fixture('kube-bench/json-eks.json')
    expect(checks.map(({ key }) => key)).toEqual(['k8s:kubelet-client-ca-file', null])
    expect(versionWhy).toContain('numbering of its own')
  })

  it('warn when a summary says something else', () => {
    const text = '[PASS] 4.2.1 Kubelet refuses\n\n== Summary node ==\n3 checks PASS\n1 checks FAIL\n'
    expect(read(text).warnings).toEqual([
      'The summary of node says 3 checks PASS; 1 are listed.',
      'The summary of node says 1 checks FAIL; 0 are listed.',
    ])
  })
})

describe('Policy Reports', () => {
  it('give a check for each object that a result is about, under the key of its engine', () => {
    const { tool, startedAt, checks, warnings } = fixture('policy-report/reports.yaml')
    expect([tool, startedAt, warnings]).toEqual(['policy-report', '4070908800', []])
    expect(checks.map(({ key, status, resource, severity }) => [key, status, resource, severity])).toEqual([
      ['kyverno:limit-memory/has-limit', 'fail', 'shop/Deployment/web', 'medium'],
      ['kyverno:no-latest/tag', 'pass', 'shop/Deployment/web', null],
      ['trivy:KSV-0017', 'warn', 'shop/Pod/a', 'high'],
      ['trivy:KSV-0017', 'warn', 'shop/Pod/b', 'high'],
      ['kyverno:labels', 'manual', null, null],
    ])
    expect(checks[0]?.details).toContain('no limit of memory')
  })

  it('beside reports of the Trivy operator are said to be left', () => {
    const fixtureText = (name: string) =>
      readFileSync(path.resolve('lib/importers/scans', name), 'utf8').trimEnd()
    const text = ['trivy-operator/__fixtures__/config-audit.yaml', 'policy-report/__fixtures__/reports.yaml']
      .map(fixtureText)
      .join('\n---\n')
    const { tool, warnings } = read(text)
    expect(tool).toBe('trivy-operator')
    expect(warnings).toContainEqual(expect.stringContaining('also holds Policy Reports'))
  })

  it('of a list that gives its items their kind are read all the same', () => {
    const list = {
      apiVersion: 'aquasecurity.github.io/v1alpha1',
      kind: 'ConfigAuditReportList',
      items: [{ metadata: { name: 'web' }, report: { checks: [{ checkID: 'KSV001', success: false }] } }],
    }
    expect(read(JSON.stringify(list)).checks.map(({ key }) => key)).toEqual(['trivy:KSV-0001'])
  })
})
