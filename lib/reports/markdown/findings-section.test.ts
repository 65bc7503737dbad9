import { describe, expect, it } from 'vitest'
import { openRepositoryCatalogue } from '@/lib/cli/repository-catalogue'
import { emptyModel } from '@/lib/model/empty-model'
import type { CheckStatus, RunCheck, ScanRun } from '@/lib/model/scan-run'
import type { FindingsInput } from '@/lib/reports/build-findings'
import { buildReport } from '@/lib/reports/build-report'
import { renderMarkdown } from '@/lib/reports/markdown/render-markdown'
import { Report } from '@/lib/reports/report'

const catalogue = openRepositoryCatalogue()
const AT = '2025-03-02T10:00:00.000Z'
const web = { id: 'web', type: 'container', name: 'web', zoneIds: [], facts: {}, tags: [] }
const model = { ...emptyModel('Shop', catalogue.hash), components: { web } }

function check(key: string, status: CheckStatus, resource: string | null, title = key): RunCheck {
  const id = catalogue.controls.get(key)?.numbers['dbs-1.6.0'] ?? ''
  return {
    id,
    key,
    status,
    word: '',
    title,
    line: 1,
    details: null,
    resource,
    severity: null,
    mismatch: null,
  }
}

function run(number: number, checks: RunCheck[]): ScanRun {
  return {
    id: `run-${number}`,
    number,
    tool: 'docker-bench-security',
    toolVersion: '1.6.0',
    benchmark: 'CIS Docker Benchmark',
    benchmarkVersion: '1.6.0',
    versionWhy: 'dbs-1.6.0: The file states this version.',
    startedAt: null,
    run: 1,
    runs: 1,
    file: { name: `bench-${number}.log`, digest: 'd'.repeat(64), length: 1 },
    counts: { warn: checks.length },
    importedAt: AT,
    importedBy: 'Ann',
    checks,
    unexplained: [],
    warnings: [],
  }
}

const input: FindingsInput = {
  scans: [
    {
      before: run(1, [
        check('docker:run-privileged', 'warn', 'web', 'Privileged <b>containers</b>'),
        check('docker:run-memory-limit', 'warn', 'web'),
      ]),
      after: run(2, [
        check('docker:run-privileged', 'pass', null),
        check('docker:run-memory-limit', 'warn', 'web, stranger'),
      ]),
    },
  ],
  places: {},
  choices: [{ finding: 'docker:run-privileged|web', reason: 'It gives the host away.', by: 'Ann', at: AT }],
  evidence: [
    {
      id: 'f',
      name: 'after.png',
      mediaType: 'image/png',
      size: 9,
      digest: 'e'.repeat(64),
      about: 'docker:run-privileged|web',
      by: 'Ann',
      at: AT,
    },
  ],
}

describe('the findings of a report', () => {
  const report = buildReport({ model, catalogue, now: AT, findings: input })
  const text = renderMarkdown(report)

  it('tell what failed, what was chosen and why, what it confirms and what the re-run shows', () => {
    expect(Report.parse(report).findings).toEqual(report.findings)
    expect(report.findings?.scans[0]?.outcomes).toEqual({ fixed: 1, still: 1, new: 1, 'not-run': 0 })
    const chosen = text.slice(text.indexOf('Chosen to be fixed'), text.indexOf('Other findings'))
    expect(chosen).toContain('**Fixed**')
    expect(chosen).toContain('Chosen by Ann on 2025-03-02: It gives the host away.')
    expect(chosen).toContain('Repair: ')
    expect(text).toMatch(/Not placed on a component: `stranger`/)
  })

  it('name the files of evidence, and hold no markup of a scan', () => {
    expect(text).toContain('**after.png**')
    expect(text).not.toMatch(/(?<!\\)<b>/)
  })

  it('are left out where there are none', () => {
    const without = buildReport({ model, catalogue, now: AT })
    expect(without.findings).toBeUndefined()
    expect(renderMarkdown(without)).not.toContain('Findings of scanners')
  })
})
