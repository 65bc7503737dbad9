import { foundCheck, newScan } from '@/lib/importers/scans/found-check'
import {
  hasFields,
  type Json,
  type JsonObject,
  objectAt,
  objectFieldsAt,
  objectsAt,
  textAt,
  textsAt,
} from '@/lib/importers/scans/json/json-node'
import type { FoundCheck, ScanStatus } from '@/lib/importers/scans/scan-extract'
import type { ScanReader } from '@/lib/importers/scans/scan-reader'

/** Polaris' JSON or YAML: results of a workload, of its pod and of each container. */
export const polarisReader: ScanReader = {
  id: 'polaris',
  label: 'Polaris',
  detect: ({ documents }) => documents.some(isAudit),
  read: ({ documents }) => {
    const audits = documents.filter(isAudit)
    return newScan('polaris', {
      toolVersion: textAt(audits[0], 'PolarisVersion') ?? null,
      startedAt: textAt(audits[0], 'AuditTime') ?? null,
      checks: audits.flatMap((audit) => objectsAt(audit, 'Results').flatMap(readWorkload)),
    })
  },
}

function isAudit(document: Json): boolean {
  return (
    hasFields(document, 'PolarisOutputVersion') || hasFields(document, 'AuditTime', 'SourceType', 'Results')
  )
}

function readWorkload(workload: JsonObject): FoundCheck[] {
  const place = [textAt(workload, 'Namespace'), textAt(workload, 'Kind'), textAt(workload, 'Name')]
    .filter((part) => part !== undefined)
    .join('/')
  const pod = objectAt(workload, 'PodResult')
  return [
    ...readSet(workload, place),
    ...(pod ? readSet(pod, place) : []),
    ...objectsAt(pod, 'ContainerResults').flatMap((container) =>
      readSet(container, `${place}/${textAt(container, 'Name') ?? ''}`),
    ),
  ]
}

/** Results by id; a list of them in the first versions. */
function readSet(owner: JsonObject, resource: string): FoundCheck[] {
  const entries = [
    ...objectFieldsAt(owner, 'Results').map(([, entry]) => entry),
    ...objectsAt(owner, 'Results'),
  ]
  return entries.map((entry) => {
    const id = textAt(entry, 'ID') ?? ''
    const passed = textAt(entry, 'Success') === 'true'
    const severity = textAt(entry, 'Severity')
    return foundCheck({
      id,
      line: entry.line,
      word: passed ? 'success' : severity,
      title: textAt(entry, 'Message'),
      status: passed ? 'pass' : statusOf(severity),
      details: textsAt(entry, 'Details').join('\n'),
      resource,
      severity,
      key: `polaris:${id}`,
    })
  })
}

function statusOf(severity: string | undefined): ScanStatus {
  if (severity === 'ignore') return 'skip'
  return severity === 'warning' ? 'warn' : 'fail'
}
