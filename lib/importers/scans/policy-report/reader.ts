import { compareCount, foundCheck, newScan } from '@/lib/importers/scans/found-check'
import { type JsonObject, numberAt, objectAt, objectsAt, textAt } from '@/lib/importers/scans/json/json-node'
import { type ReportObject, reportsOf } from '@/lib/importers/scans/report-objects'
import { ruleKey } from '@/lib/importers/scans/rule-id'
import type { FoundCheck, ScanStatus } from '@/lib/importers/scans/scan-extract'
import type { ScanReader } from '@/lib/importers/scans/scan-reader'

const GROUPS = ['wgpolicyk8s.io', 'openreports.io']

/** Policy Reports (wgpolicyk8s.io, openreports.io), in which Kyverno and others keep their verdicts in a cluster. */
export const policyReportReader: ScanReader = {
  id: 'policy-report',
  label: 'Policy Report',
  detect: ({ documents }) => documents.some((document) => reportsOf(document, GROUPS).length > 0),
  read: ({ documents }) => {
    const reports = documents.flatMap((document) => reportsOf(document, GROUPS))
    const read = reports.map(readReport)
    return newScan('policy-report', {
      startedAt: textAt(objectsAt(reports[0]?.object, 'results')[0], 'timestamp', 'seconds') ?? null,
      checks: read.flatMap(({ checks }) => checks),
      warnings: read.flatMap(({ warnings }) => warnings).slice(0, 50),
    })
  },
}

function readReport({ kind, object }: ReportObject): { checks: FoundCheck[]; warnings: string[] } {
  const source = textAt(object, 'source')
  const results = objectsAt(object, 'results')
  const checks = results.map((result) => readResult(result, object, source))
  const name = `${kind} ${textAt(object, 'metadata', 'name') ?? ''}`
  const warnings = (['pass', 'fail'] as const).flatMap((status) =>
    compareCount(
      `results "${status}" of ${name}`,
      numberAt(object, 'summary', status),
      checks.filter(([first]) => first?.status === status).length,
    ),
  )
  return { checks: checks.flat(), warnings }
}

/** One check for each object that a result is about; the report's own scope where it names none. */
function readResult(result: JsonObject, report: JsonObject, source: string | undefined): FoundCheck[] {
  const policy = textAt(result, 'policy') ?? ''
  const rule = textAt(result, 'rule')
  const word = textAt(result, 'result') ?? textAt(result, 'status')
  const about = objectsAt(result, 'resources')
  const scope = objectAt(report, 'scope')
  const places = about.length > 0 ? about : scope ? [scope] : [undefined]
  return places.map((place) =>
    foundCheck({
      id: rule && rule !== policy ? `${policy}/${rule}` : policy,
      line: result.line,
      word,
      title: rule && rule !== policy ? `${policy}: ${rule}` : policy,
      status: statusOf(word),
      details: textAt(result, 'message') ?? textAt(result, 'description'),
      resource: placeOf(place, report),
      severity: textAt(result, 'severity'),
      key: keyOf(textAt(result, 'source') ?? source ?? 'policy-report', [policy, rule ?? '']),
    }),
  )
}

/** An engine that failed to judge says nothing of the object. */
function statusOf(word: string | undefined): ScanStatus {
  if (word === 'pass' || word === 'fail' || word === 'warn' || word === 'skip') return word
  return 'manual'
}

function placeOf(place: JsonObject | undefined, report: JsonObject): string {
  const namespace = textAt(place, 'namespace') ?? textAt(report, 'metadata', 'namespace')
  return [namespace, textAt(place, 'kind'), textAt(place, 'name')]
    .filter((part) => part !== undefined)
    .join('/')
}

/** Trivy's own findings keep the keys that they have elsewhere; rules of a policy engine are named after it. */
function keyOf(source: string, [policy = '', rule = '']: readonly string[]): string {
  const names = [policy, rule]
  const flaw = names.find((name) => /^(?:CVE|GHSA)-/i.test(name))
  if (flaw) return `vulnerability:${flaw}`
  const trivy = names.find((name) => /^(?:AVD-)?(?:DS|KSV|KCV)-?\d+$/i.test(name))
  if (trivy) return ruleKey('trivy', trivy)
  return ruleKey(source, rule && rule !== policy ? `${policy}/${rule}` : policy)
}
