import { kubernetesBenchmark } from '@/lib/importers/scans/bench/benchmarks'
import { controlPlatform, readControl } from '@/lib/importers/scans/bench/read-control'
import { newScan } from '@/lib/importers/scans/found-check'
import type { ScanReader } from '@/lib/importers/scans/scan-reader'

/** aquasecurity/kube-bench: text and JSON of all node types, with and without totals. */
export const kubeBenchReader: ScanReader = {
  id: 'kube-bench',
  label: 'kube-bench',
  detect: (input) => controlPlatform(input) === 'kubernetes',
  read: (input) => {
    const { checks, headings, versions, runs, run, unexplained, warnings } = readControl(input)
    const named = headings
      .map((text) => /\b((?:[a-z0-9]+-)*(?:cis-)?1\.\d{1,2}(?:\.\d+)?)\b.*Benchmark/i.exec(text)?.[1])
      .find(Boolean)
    const version = versions[0] ?? named
    return newScan('kube-bench', {
      benchmark: kubernetesBenchmark(version),
      benchmarkVersion: version ?? null,
      runs,
      run,
      checks,
      unexplained,
      warnings: [
        ...(versions.length > 1
          ? [`The parts of this file state different benchmark versions: ${versions.slice(0, 5).join(', ')}.`]
          : []),
        ...warnings,
      ],
    })
  },
}
