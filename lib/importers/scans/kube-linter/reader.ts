import { foundCheck, newScan } from '@/lib/importers/scans/found-check'
import {
  at,
  hasFields,
  type Json,
  type JsonObject,
  objectsAt,
  textAt,
} from '@/lib/importers/scans/json/json-node'
import type { FoundCheck } from '@/lib/importers/scans/scan-extract'
import type { ScanReader } from '@/lib/importers/scans/scan-reader'

/** kube-linter's JSON. It lists what failed; a check that is not listed was either fine or not tried. */
export const kubeLinterReader: ScanReader = {
  id: 'kube-linter',
  label: 'kube-linter',
  detect: ({ documents }) => documents.some(isReport),
  read: ({ documents }) => {
    const reports = documents.filter(isReport)
    const checks = reports.flatMap((document) => {
      const titles = new Map(
        objectsAt(document, 'Checks').map((check) => [
          textAt(check, 'name') ?? '',
          textAt(check, 'description'),
        ]),
      )
      return objectsAt(document, 'Reports').map((report) => toCheck(report, titles))
    })
    const status = textAt(reports[0], 'Summary', 'ChecksStatus')
    return newScan('kube-linter', {
      toolVersion: textAt(reports[0], 'Summary', 'KubeLinterVersion') ?? null,
      startedAt: textAt(reports[0], 'Summary', 'CheckEndTime') ?? null,
      checks,
      warnings:
        status === 'Failed' && checks.length === 0
          ? ["The file's own summary says that checks failed; none is listed in it."]
          : [],
    })
  },
}

function isReport(document: Json): boolean {
  const reports = at(document, 'Reports')
  if (!hasFields(document, 'Reports')) return false
  return (
    hasFields(document, 'Checks') ||
    (Array.isArray(reports) && reports.some((report) => hasFields(report, 'Diagnostic', 'Check')))
  )
}

function toCheck(report: JsonObject, titles: ReadonlyMap<string, string | undefined>): FoundCheck {
  const id = textAt(report, 'Check') ?? ''
  const object = at(report, 'Object', 'K8sObject')
  const parts = [
    textAt(object, 'Namespace'),
    textAt(object, 'GroupVersionKind', 'Kind'),
    textAt(object, 'Name'),
  ]
  const message = textAt(report, 'Diagnostic', 'Message')
  const file = textAt(report, 'Object', 'Metadata', 'FilePath')
  return foundCheck({
    id,
    line: report.line,
    word: undefined,
    title: titles.get(id) ?? message,
    status: 'fail',
    details: [message, file].filter((part) => part !== undefined).join('\n'),
    resource: parts.filter((part) => part !== undefined).join('/') || file,
    key: `kubelinter:${id}`,
  })
}
