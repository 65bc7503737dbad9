import { compareCount, foundCheck, newScan } from '@/lib/importers/scans/found-check'
import {
  at,
  hasFields,
  isObject,
  type Json,
  type JsonObject,
  numberAt,
  objectAt,
  objectsAt,
  textAt,
} from '@/lib/importers/scans/json/json-node'
import type { FoundCheck, ScanStatus } from '@/lib/importers/scans/scan-extract'
import type { ScanReader } from '@/lib/importers/scans/scan-reader'

const levels: readonly (readonly [string, ScanStatus])[] = [
  ['ok', 'pass'],
  ['info', 'info'],
  ['warning', 'warn'],
  ['error', 'fail'],
]

/** Popeye's JSON: sections, called sanitizers in older versions, with issues per resource. */
export const popeyeReader: ScanReader = {
  id: 'popeye',
  label: 'Popeye',
  detect: ({ documents }) => documents.some((document) => sectionsOf(document).length > 0),
  read: ({ documents }) => {
    const sections = documents.flatMap(sectionsOf)
    return newScan('popeye', {
      startedAt: textAt(documents[0], 'popeye', 'report_time') ?? null,
      checks: sections.flatMap(readSection),
      warnings: sections.flatMap(compareTally).slice(0, 50),
    })
  },
}

function sectionsOf(document: Json): JsonObject[] {
  const report = objectAt(document, 'popeye')
  return [...objectsAt(report, 'sanitizers'), ...objectsAt(report, 'sections')].filter((one) =>
    hasFields(one, 'tally'),
  )
}

function nameOf(section: JsonObject): string {
  return textAt(section, 'sanitizer') ?? textAt(section, 'linter') ?? textAt(section, 'gvr') ?? ''
}

function issuesOf(section: JsonObject): [string, JsonObject[]][] {
  const issues = objectAt(section, 'issues')
  return [...(issues?.fields ?? [])].map(([resource, list]) => [
    resource,
    Array.isArray(list) ? list.filter(isObject) : [],
  ])
}

function readSection(section: JsonObject): FoundCheck[] {
  return issuesOf(section).flatMap(([name, issues]) =>
    issues.map((issue) => {
      const [, id, text] = /^\[(POP-\d+)\]\s*(.*)$/s.exec(textAt(issue, 'message') ?? '') ?? []
      const [word, status] = levels[numberAt(issue, 'level') ?? 0] ?? ['ok', 'pass']
      const group = textAt(issue, 'group')
      const resource = [nameOf(section), name, group === '__root__' ? undefined : group]
        .filter((part) => part !== undefined)
        .join('/')
      return foundCheck({
        id: id ?? nameOf(section),
        line: issue.line,
        word,
        title: text ?? textAt(issue, 'message'),
        status,
        resource,
        severity: word,
        key: `popeye:${id ?? nameOf(section)}`,
      })
    }),
  )
}

/** The tally counts resources by their worst issue; resources without one need not be listed. */
function compareTally(section: JsonObject): string[] {
  const resources = issuesOf(section)
  if (resources.length === 0 || !isObject(at(section, 'tally'))) return []
  const worst = resources.map(([, issues]) =>
    issues.reduce((level, issue) => Math.max(level, numberAt(issue, 'level') ?? 0), 0),
  )
  return levels
    .slice(1)
    .flatMap(([word], index) =>
      compareCount(
        `${nameOf(section)} at ${word}`,
        numberAt(section, 'tally', word),
        worst.filter((one) => one === index + 1).length,
      ),
    )
}
