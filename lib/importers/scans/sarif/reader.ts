import { foundCheck, newScan } from '@/lib/importers/scans/found-check'
import {
  at,
  hasFields,
  type Json,
  type JsonObject,
  numberAt,
  objectAt,
  objectsAt,
  textAt,
} from '@/lib/importers/scans/json/json-node'
import { ruleKey, toolId } from '@/lib/importers/scans/rule-id'
import type { FoundCheck, ScanStatus } from '@/lib/importers/scans/scan-extract'
import type { ScanReader } from '@/lib/importers/scans/scan-reader'

const kinds: Readonly<Record<string, ScanStatus>> = {
  pass: 'pass',
  open: 'manual',
  review: 'manual',
  informational: 'info',
  notApplicable: 'skip',
}

/** SARIF 2.1.0 of any tool. The tool's name comes from the file. */
export const sarifReader: ScanReader = {
  id: 'sarif',
  label: 'SARIF',
  detect: ({ documents }) => documents.some((document) => runsOf(document).length > 0),
  read: ({ documents }) => {
    const runs = documents.flatMap(runsOf)
    const names = runs.map((run) => textAt(run, 'tool', 'driver', 'name') ?? 'unknown')
    const driver = objectAt(runs[0], 'tool', 'driver')
    return newScan([...new Set(names.map(toolId))].slice(0, 5).join(', '), {
      toolVersion: textAt(driver, 'semanticVersion') ?? textAt(driver, 'version') ?? null,
      startedAt: textAt(objectsAt(runs[0], 'invocations')[0], 'startTimeUtc') ?? null,
      runs: runs.length,
      run: runs.length,
      checks: runs.flatMap((run, index) => readRun(run, names[index] ?? 'unknown')),
    })
  },
}

function runsOf(document: Json): JsonObject[] {
  return objectsAt(document, 'runs').filter((run) => hasFields(objectAt(run, 'tool', 'driver'), 'name'))
}

function readRun(run: JsonObject, tool: string): FoundCheck[] {
  const ownRules = objectsAt(run, 'tool', 'driver', 'rules')
  const rules = [
    ...ownRules,
    ...objectsAt(run, 'tool', 'extensions').flatMap((extension) => objectsAt(extension, 'rules')),
  ]
  const byId = new Map(rules.map((rule) => [textAt(rule, 'id') ?? '', rule]))
  return objectsAt(run, 'results').map((result) => {
    const index = numberAt(result, 'ruleIndex') ?? numberAt(result, 'rule', 'index')
    const id =
      textAt(result, 'ruleId') ??
      textAt(result, 'rule', 'id') ??
      (index === undefined ? '' : (textAt(ownRules[index], 'id') ?? ''))
    const rule = byId.get(id) ?? byId.get(id.split('/')[0] ?? '')
    return toCheck(result, rule, id, tool)
  })
}

function toCheck(result: JsonObject, rule: JsonObject | undefined, id: string, tool: string): FoundCheck {
  const level = textAt(result, 'level') ?? textAt(rule, 'defaultConfiguration', 'level') ?? 'warning'
  const score = numberAt(rule, 'properties', 'security-severity')
  return foundCheck({
    id,
    line: result.line,
    word: textAt(result, 'kind') ?? level,
    title: titleOf(rule) ?? textAt(result, 'message', 'text')?.split('\n')[0],
    status: statusOf(result, level),
    details: withoutMatch(textAt(result, 'message', 'text') ?? textAt(result, 'message', 'markdown')),
    resource: placeOf(result),
    severity: score === undefined ? level : severityOf(score),
    key: /^CVE-\d{4}-\d+/.test(id) ? `vulnerability:${/^CVE-\d{4}-\d+/.exec(id)?.[0]}` : ruleKey(tool, id),
  })
}

function titleOf(rule: JsonObject | undefined): string | undefined {
  return (
    textAt(rule, 'shortDescription', 'text') ??
    textAt(rule, 'fullDescription', 'text') ??
    textAt(rule, 'name')
  )
}

function statusOf(result: JsonObject, level: string): ScanStatus {
  const suppressed = objectsAt(result, 'suppressions').some(
    (one) => !['rejected', 'underReview'].includes(textAt(one, 'status') ?? 'accepted'),
  )
  if (suppressed) return 'skip'
  const kind = textAt(result, 'kind') ?? 'fail'
  if (Object.hasOwn(kinds, kind)) return kinds[kind] ?? 'fail'
  if (level === 'error') return 'fail'
  if (level === 'warning') return 'warn'
  return level === 'note' ? 'note' : 'info'
}

function severityOf(score: number): string {
  if (score >= 9) return 'critical'
  if (score >= 7) return 'high'
  return score >= 4 ? 'medium' : 'low'
}

/** Scanners of secrets write what they matched into the message. */
function withoutMatch(message: string | undefined): string | undefined {
  return message?.replace(/\b(Match(?:ed)?|Secret|Snippet|Code)\s*:[\s\S]*$/i, '$1: left out')
}

function placeOf(result: JsonObject): string | undefined {
  const location = objectsAt(result, 'locations')[0]
  const logical = objectsAt(location, 'logicalLocations').flatMap(
    (one) => textAt(one, 'fullyQualifiedName') ?? textAt(one, 'name') ?? [],
  )[0]
  const file = textAt(location, 'physicalLocation', 'artifactLocation', 'uri')
  const line = at(location, 'physicalLocation', 'region', 'startLine')
  if (file) return typeof line === 'number' ? `${file}:${line}` : file
  return logical
}
