import { newScan } from '@/lib/importers/scans/found-check'
import { at, hasFields, type Json, objectAt, textAt } from '@/lib/importers/scans/json/json-node'
import { readPosture } from '@/lib/importers/scans/kubescape/read-posture'
import { readSummary } from '@/lib/importers/scans/kubescape/read-summary'
import type { ScanReader } from '@/lib/importers/scans/scan-reader'

/** Kubescape's JSON: the present schema with a summary and results per resource, and the first one per framework. */
export const kubescapeReader: ScanReader = {
  id: 'kubescape',
  label: 'Kubescape',
  detect: ({ documents }) => documents.some((document) => isSummary(document) || isPosture(document)),
  read: ({ documents }) => {
    const parts = documents.map((document) =>
      isSummary(document) ? readSummary(document) : readPosture(document),
    )
    const [first] = documents
    return newScan('kubescape', {
      toolVersion: textAt(first, 'metadata', 'scanMetadata', 'kubescapeVersion')?.replace(/^v/, '') ?? null,
      startedAt: textAt(first, 'generationTime') ?? null,
      checks: parts.flatMap(({ checks }) => checks),
      warnings: parts.flatMap(({ warnings }) => warnings).slice(0, 50),
    })
  },
}

function isSummary(document: Json): boolean {
  return objectAt(document, 'summaryDetails', 'controls') !== undefined
}

function isPosture(document: Json): boolean {
  const one = Array.isArray(document) ? document[0] : document
  if (hasFields(one, 'controlReports')) return true
  if (hasFields(one, 'controls') && isControlList(at(one, 'controls'))) return true
  return ['frameworks', 'frameworkReports', 'FrameworkReports'].some((name) => {
    const first = at(one, name)
    return (
      Array.isArray(first) &&
      first.some((framework) => hasFields(framework, 'controlReports') || hasFields(framework, 'controls'))
    )
  })
}

function isControlList(list: Json | undefined): boolean {
  return (
    Array.isArray(list) &&
    list.some((one) => /^C-\d{4}$/.test(textAt(one, 'controlID') ?? textAt(one, 'id') ?? ''))
  )
}
