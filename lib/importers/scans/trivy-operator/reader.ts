import { kubernetesBenchmark } from '@/lib/importers/scans/bench/benchmarks'
import { readControlJson } from '@/lib/importers/scans/bench/read-control-json'
import { newScan } from '@/lib/importers/scans/found-check'
import { type Json, objectsAt, textAt } from '@/lib/importers/scans/json/json-node'
import { type ReportObject, reportsOf } from '@/lib/importers/scans/report-objects'
import type { FoundScan } from '@/lib/importers/scans/scan-extract'
import type { ScanReader } from '@/lib/importers/scans/scan-reader'
import { readReport } from '@/lib/importers/scans/trivy-operator/read-report'

/** Reports that the Trivy operator keeps in a cluster, alone or as a list, as kubectl prints them in JSON or YAML. */
export const trivyOperatorReader: ScanReader = {
  id: 'trivy-operator',
  label: 'Trivy operator',
  detect: ({ documents }) => documents.some((document) => reportsIn(document).length > 0),
  read: ({ documents }): FoundScan => {
    const reports = documents.flatMap(reportsIn)
    const first = reports[0]?.object
    const version = textAt(first, 'report', 'scanner', 'version') ?? null
    const benches = reports.filter(({ kind }) => kind === 'CISKubeBenchReport')
    const sections = benches.flatMap(({ object }) => objectsAt(object, 'report', 'sections'))
    const bench = readControlJson(sections, undefined)
    const parts = reports
      .filter((report) => !benches.includes(report))
      .map(({ object }) => readReport(object))
    const benchmark =
      benches.length > 0
        ? kubernetesBenchmark(bench.versions[0])
        : (parts.find((part) => part.benchmark)?.benchmark ?? null)
    return newScan('trivy-operator', {
      toolVersion: version,
      benchmark,
      benchmarkVersion:
        bench.versions[0] ?? parts.find((part) => part.benchmarkVersion)?.benchmarkVersion ?? null,
      startedAt: textAt(first, 'report', 'updateTimestamp') ?? null,
      checks: [...parts.flatMap(({ checks }) => checks), ...bench.checks],
      warnings: [...parts.flatMap(({ warnings }) => warnings), ...bench.warnings].slice(0, 50),
    })
  },
}

function reportsIn(document: Json): ReportObject[] {
  return reportsOf(document, ['aquasecurity.github.io'])
}
