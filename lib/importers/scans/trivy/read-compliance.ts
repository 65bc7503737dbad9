import { dockerBenchmark, kubernetesBenchmark } from '@/lib/importers/scans/bench/benchmarks'
import { foundCheck, newScan } from '@/lib/importers/scans/found-check'
import {
  at,
  hasFields,
  type Json,
  type JsonObject,
  numberAt,
  objectsAt,
  textAt,
} from '@/lib/importers/scans/json/json-node'
import type { FoundCheck, FoundScan, ScanBenchmark } from '@/lib/importers/scans/scan-extract'

/** True for a report on a whole benchmark: all its results, or the summary per control. */
export function isCompliance(document: Json): boolean {
  if (!hasFields(document, 'ID', 'Title')) return false
  return (
    Array.isArray(at(document, 'SummaryControls')) ||
    objectsAt(document, 'Results').some((one) => hasFields(one, 'Name', 'ID'))
  )
}

/** Reads compliance reports on one benchmark: one verdict per control. */
export function readCompliance(reports: readonly Json[]): FoundScan {
  const id = textAt(reports[0], 'ID') ?? ''
  const version = textAt(reports[0], 'Version')
  const same = reports.filter((report) => textAt(report, 'ID') === id)
  const controls = same.flatMap((report) => [
    ...objectsAt(report, 'SummaryControls'),
    ...objectsAt(report, 'Results'),
  ])
  return newScan('trivy', {
    benchmark: complianceBenchmark(id, version),
    benchmarkVersion: version ?? null,
    checks: controls.map((control) => toCheck(control)),
    warnings:
      same.length === reports.length
        ? []
        : [`Only the reports on ${id} were read. Import the other benchmarks from files of their own.`],
  })
}

/** The benchmark that a specification's id names; null for one that the catalogue has no numbers of. */
export function complianceBenchmark(id: string, version: string | undefined): ScanBenchmark | null {
  const stated = version ?? /(\d+\.\d+(?:\.\d+)?)/.exec(id)?.[1]
  if (/docker.*cis|cis.*docker/i.test(id))
    return {
      ...dockerBenchmark(undefined),
      numberings: ['CIS-'],
      ...(stated ? { stated: `CIS-${stated}` } : {}),
    }
  if (/k8s.*cis|cis.*k8s|rke2?.*cis/i.test(id)) return kubernetesBenchmark(stated)
  return null
}

function toCheck(control: JsonObject): FoundCheck {
  const failed = numberAt(control, 'TotalFail') ?? failuresIn(control)
  const known = hasFields(control, 'TotalFail') || Array.isArray(at(control, 'Results'))
  return foundCheck({
    id: textAt(control, 'ID') ?? '',
    line: control.line,
    word: failed > 0 ? 'FAIL' : known ? 'PASS' : undefined,
    title: textAt(control, 'Name'),
    status: failed > 0 ? 'fail' : known ? 'pass' : 'manual',
    details: failed > 0 ? `${failed} failed.` : undefined,
    severity: textAt(control, 'Severity'),
  })
}

function failuresIn(control: JsonObject): number {
  return objectsAt(control, 'Results')
    .flatMap((report) => (hasFields(report, 'Results') ? objectsAt(report, 'Results') : [report]))
    .flatMap((result) => [
      ...objectsAt(result, 'Misconfigurations'),
      ...objectsAt(result, 'Vulnerabilities'),
      ...objectsAt(result, 'Secrets'),
    ])
    .filter((entry) => !/^(?:PASS|EXCEPTION)$/.test(textAt(entry, 'Status') ?? '')).length
}
