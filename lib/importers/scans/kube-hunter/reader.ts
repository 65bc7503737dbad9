import { foundCheck, newScan } from '@/lib/importers/scans/found-check'
import { hasFields, type Json, objectsAt, textAt } from '@/lib/importers/scans/json/json-node'
import type { ScanReader } from '@/lib/importers/scans/scan-reader'

/** kube-hunter's JSON. What it shows as evidence is left out: it may be a token. */
export const kubeHunterReader: ScanReader = {
  id: 'kube-hunter',
  label: 'kube-hunter',
  detect: ({ documents }) => documents.some(isReport),
  read: ({ documents }) =>
    newScan('kube-hunter', {
      checks: documents.filter(isReport).flatMap((report) =>
        objectsAt(report, 'vulnerabilities').map((entry) => {
          const vid = textAt(entry, 'vid')
          const id = vid && vid !== 'None' ? vid : (textAt(entry, 'vulnerability') ?? '')
          return foundCheck({
            id,
            line: entry.line,
            word: textAt(entry, 'severity'),
            title: textAt(entry, 'vulnerability'),
            status: 'fail',
            details: textAt(entry, 'category'),
            resource: textAt(entry, 'location'),
            severity: textAt(entry, 'severity'),
            key: `kube-hunter:${id}`,
          })
        }),
      ),
    }),
}

function isReport(document: Json): boolean {
  return (
    hasFields(document, 'vulnerabilities') &&
    (hasFields(document, 'nodes', 'services') ||
      objectsAt(document, 'vulnerabilities').some((one) => hasFields(one, 'vid', 'hunter')))
  )
}
