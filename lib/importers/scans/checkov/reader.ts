import { compareCount, foundCheck, newScan } from '@/lib/importers/scans/found-check'
import {
  at,
  hasFields,
  type Json,
  type JsonObject,
  numberAt,
  objectsAt,
  textAt,
  textsAt,
} from '@/lib/importers/scans/json/json-node'
import type { FoundCheck, ScanStatus } from '@/lib/importers/scans/scan-extract'
import type { ScanReader } from '@/lib/importers/scans/scan-reader'

const lists: readonly [string, ScanStatus, string][] = [
  ['passed_checks', 'pass', 'passed'],
  ['failed_checks', 'fail', 'failed'],
  ['skipped_checks', 'skip', 'skipped'],
  ['unknown_checks', 'manual', 'unknown'],
]

/** Checkov's JSON: one report, a list of them, or the bare counts it prints when there was nothing to check. */
export const checkovReader: ScanReader = {
  id: 'checkov',
  label: 'Checkov',
  detect: ({ documents }) => documents.some((document) => reportsIn(document).length > 0),
  read: ({ documents }) => {
    const reports = documents.flatMap(reportsIn)
    const versions = reports.map(
      (report) => textAt(report, 'summary', 'checkov_version') ?? textAt(report, 'checkov_version'),
    )
    const parts = reports.map(readReport)
    return newScan('checkov', {
      toolVersion: versions.find((version) => version !== undefined) ?? null,
      checks: parts.flatMap(({ checks }) => checks),
      warnings: parts.flatMap(({ warnings }) => warnings).slice(0, 50),
    })
  },
}

function reportsIn(document: Json): JsonObject[] {
  const all = Array.isArray(document) ? document : [document]
  return all.filter(
    (one): one is JsonObject =>
      hasFields(one, 'check_type', 'results') ||
      hasFields(at(one, 'results'), 'failed_checks') ||
      hasFields(one, 'failed', 'checkov_version'),
  )
}

function readReport(report: JsonObject): { checks: FoundCheck[]; warnings: string[] } {
  const type = textAt(report, 'check_type') ?? 'a report'
  const warnings: string[] = []
  const checks = lists.flatMap(([list, status, word]) => {
    const found = objectsAt(report, 'results', list).map((entry) => toCheck(entry, status))
    if (Array.isArray(at(report, 'results', list)))
      warnings.push(
        ...compareCount(`${word} checks in ${type}`, numberAt(report, 'summary', word), found.length),
      )
    return found
  })
  const broken = textsAt(report, 'results', 'parsing_errors').length
  if (broken > 0) warnings.push(`Checkov could not read ${broken} of the files itself.`)
  return { checks, warnings }
}

/** The block of code stays out: it is the source, with whatever it holds. */
function toCheck(entry: JsonObject, status: ScanStatus): FoundCheck {
  const id = textAt(entry, 'check_id') ?? textAt(entry, 'bc_check_id') ?? ''
  const file = textAt(entry, 'repo_file_path') ?? textAt(entry, 'file_path')
  const range = at(entry, 'file_line_range')
  const first = Array.isArray(range) ? range[0] : undefined
  const place = file ? `${file}${typeof first === 'number' ? `:${first}` : ''}` : undefined
  return foundCheck({
    id,
    line: entry.line,
    word: textAt(entry, 'check_result', 'result'),
    title: textAt(entry, 'check_name'),
    status,
    details: [place, textAt(entry, 'check_result', 'suppress_comment')]
      .filter((part) => part !== undefined)
      .join('\n'),
    resource: textAt(entry, 'resource') ?? file,
    severity: textAt(entry, 'severity'),
    key: `checkov:${id}`,
  })
}
