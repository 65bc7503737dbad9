import { compareCount, foundCheck, newScan } from '@/lib/importers/scans/found-check'
import {
  at,
  hasFields,
  type Json,
  type JsonObject,
  numberAt,
  objectsAt,
  textAt,
} from '@/lib/importers/scans/json/json-node'
import type { FoundCheck } from '@/lib/importers/scans/scan-extract'
import type { ScanReader } from '@/lib/importers/scans/scan-reader'

/** KICS' JSON: one check per query and place. */
export const kicsReader: ScanReader = {
  id: 'kics',
  label: 'KICS',
  detect: ({ documents }) => documents.some(isReport),
  read: ({ documents }) => {
    const reports = documents.filter(isReport)
    const parts = reports.map((report) => {
      const checks = objectsAt(report, 'queries').flatMap((query) =>
        objectsAt(query, 'files').map((file) => toCheck(query, file)),
      )
      return { checks, warnings: compareCount('findings', numberAt(report, 'total_counter'), checks.length) }
    })
    return newScan('kics', {
      toolVersion: textAt(reports[0], 'kics_version')?.replace(/^v/, '') ?? null,
      startedAt: textAt(reports[0], 'start') ?? null,
      checks: parts.flatMap(({ checks }) => checks),
      warnings: parts.flatMap(({ warnings }) => warnings),
    })
  },
}

function isReport(document: Json): boolean {
  return (
    (hasFields(document, 'queries') &&
      (hasFields(document, 'kics_version') ||
        hasFields(document, 'files_scanned') ||
        hasFields(document, 'queries_total'))) ||
    (Array.isArray(at(document, 'queries')) &&
      objectsAt(document, 'queries').some((query) => hasFields(query, 'query_id', 'files')))
  )
}

/** What was found and searched for stays out: on passwords it is the password. */
function toCheck(query: JsonObject, file: JsonObject): FoundCheck {
  const id = textAt(query, 'query_id') ?? ''
  const line = textAt(file, 'line')
  const name = textAt(file, 'file_name')
  const isSecret = /secret|password/i.test(`${textAt(query, 'query_name')} ${textAt(query, 'category')}`)
  const resource = [textAt(file, 'resource_type'), textAt(file, 'resource_name')].filter(Boolean).join(' ')
  return foundCheck({
    id,
    line: file.line,
    word: textAt(query, 'severity'),
    title: textAt(query, 'query_name'),
    status: 'fail',
    details: isSecret ? undefined : [textAt(file, 'expected_value'), resource].filter(Boolean).join('\n'),
    resource: name && line ? `${name}:${line}` : name,
    severity: textAt(query, 'severity'),
    key: `kics:${id}`,
  })
}
