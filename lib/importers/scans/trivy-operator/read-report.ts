import { compareCount, foundCheck } from '@/lib/importers/scans/found-check'
import {
  type JsonObject,
  numberAt,
  objectAt,
  objectsAt,
  textAt,
  textsAt,
} from '@/lib/importers/scans/json/json-node'
import { ruleKey } from '@/lib/importers/scans/rule-id'
import type { FoundCheck, ScanBenchmark } from '@/lib/importers/scans/scan-extract'
import { complianceBenchmark } from '@/lib/importers/scans/trivy/read-compliance'

export type OperatorPart = {
  checks: FoundCheck[]
  benchmark: ScanBenchmark | null
  benchmarkVersion: string | null
  warnings: string[]
}

/** Reads one report resource: configuration, rights, infrastructure, vulnerabilities, exposed secrets or compliance. */
export function readReport(resource: JsonObject): OperatorPart {
  const place = placeOf(resource)
  const checks = [
    ...objectsAt(resource, 'report', 'checks').map((entry) => ruleCheck(entry, place)),
    ...objectsAt(resource, 'report', 'podChecks').map((entry) => ruleCheck(entry, place)),
    ...listsIn(resource).map(([name, entry]) => ruleCheck(entry, `${place}/${name}`)),
    ...objectsAt(resource, 'report', 'vulnerabilities').map((entry) => vulnerability(entry, place)),
    ...objectsAt(resource, 'report', 'secrets').map((entry) => secret(entry, place)),
  ]
  const compliance = [
    ...objectsAt(resource, 'status', 'summaryReport', 'controlCheck'),
    ...objectsAt(resource, 'status', 'controlCheck'),
    ...objectsAt(resource, 'status', 'detailReport', 'results'),
  ].map(complianceCheck)
  const specification =
    textAt(resource, 'spec', 'compliance', 'id') ?? textAt(resource, 'metadata', 'name') ?? ''
  const version = textAt(resource, 'spec', 'compliance', 'version')
  const failed = (severity: string) =>
    checks.filter((check) => check.severity === severity && check.status === 'fail').length
  const summary = (severity: string) => numberAt(resource, 'report', 'summary', `${severity}Count`)
  return {
    checks: [...checks, ...compliance],
    benchmark: compliance.length > 0 ? complianceBenchmark(specification, version) : null,
    benchmarkVersion: compliance.length > 0 ? (version ?? null) : null,
    warnings: ['critical', 'high', 'medium', 'low'].flatMap((severity) =>
      compareCount(`${severity} findings of ${place}`, summary(severity), failed(severity)),
    ),
  }
}

/** Early versions list checks per container. */
function listsIn(resource: JsonObject): [string, JsonObject][] {
  const names = objectAt(resource, 'report', 'containerChecks')?.fields.keys() ?? []
  return [...names].flatMap((name) =>
    objectsAt(resource, 'report', 'containerChecks', name).map((entry): [string, JsonObject] => [
      name,
      entry,
    ]),
  )
}

function placeOf(resource: JsonObject): string {
  const label = (name: string) =>
    textAt(resource, 'metadata', 'labels', `trivy-operator.resource.${name}`) ??
    textAt(resource, 'metadata', 'labels', `starboard.resource.${name}`)
  const container = textAt(resource, 'metadata', 'labels', 'trivy-operator.container.name')
  const parts = [
    label('namespace') ?? textAt(resource, 'metadata', 'namespace'),
    label('kind'),
    label('name') ?? textAt(resource, 'metadata', 'name'),
    container,
  ]
  return parts.filter((part) => part !== undefined).join('/')
}

function ruleCheck(entry: JsonObject, place: string): FoundCheck {
  const passed = textAt(entry, 'success') === 'true'
  const id = textAt(entry, 'checkID') ?? textAt(entry, 'id') ?? ''
  return foundCheck({
    id,
    line: entry.line,
    word: textAt(entry, 'success'),
    title: textAt(entry, 'title'),
    status: passed ? 'pass' : 'fail',
    details: textsAt(entry, 'messages').join('\n'),
    resource: place,
    severity: textAt(entry, 'severity'),
    key: ruleKey('trivy', id),
  })
}

function vulnerability(entry: JsonObject, place: string): FoundCheck {
  const id = textAt(entry, 'vulnerabilityID') ?? ''
  const name = [textAt(entry, 'resource'), textAt(entry, 'installedVersion')].filter(Boolean).join(' ')
  const fixed = textAt(entry, 'fixedVersion')
  return foundCheck({
    id,
    line: entry.line,
    word: undefined,
    title: textAt(entry, 'title') ?? id,
    status: 'fail',
    details: fixed ? `${name}, fixed in ${fixed}` : name,
    resource: place,
    severity: textAt(entry, 'severity'),
    key: `vulnerability:${id}`,
  })
}

/** Only the rule and the place, never what was matched. */
function secret(entry: JsonObject, place: string): FoundCheck {
  const id = textAt(entry, 'ruleID') ?? ''
  return foundCheck({
    id,
    line: entry.line,
    word: undefined,
    title: textAt(entry, 'title'),
    status: 'fail',
    details: textAt(entry, 'target'),
    resource: place,
    severity: textAt(entry, 'severity'),
    key: `trivy:${id}`,
  })
}

function complianceCheck(entry: JsonObject): FoundCheck {
  const failed =
    numberAt(entry, 'totalFail') ??
    numberAt(entry, 'failTotal') ??
    objectsAt(entry, 'checks').filter((check) => textAt(check, 'success') === 'false').length
  const known =
    textAt(entry, 'totalFail') ??
    textAt(entry, 'failTotal') ??
    (objectsAt(entry, 'checks').length > 0 || undefined)
  return foundCheck({
    id: textAt(entry, 'id') ?? '',
    line: entry.line,
    word: failed > 0 ? 'FAIL' : known ? 'PASS' : undefined,
    title: textAt(entry, 'name'),
    status: failed > 0 ? 'fail' : known ? 'pass' : 'manual',
    details: failed > 0 ? `${failed} failed.` : undefined,
    severity: textAt(entry, 'severity'),
  })
}
