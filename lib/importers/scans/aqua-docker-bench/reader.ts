import { aquaBenchmark } from '@/lib/importers/scans/bench/benchmarks'
import { controlPlatform, readControl } from '@/lib/importers/scans/bench/read-control'
import { newScan } from '@/lib/importers/scans/found-check'
import type { ScanReader } from '@/lib/importers/scans/scan-reader'

/** aquasecurity/docker-bench: text with or without test output, remediations and summary, a pasted part of it, and JSON. */
export const aquaDockerBenchReader: ScanReader = {
  id: 'aqua-docker-bench',
  label: 'Aqua docker-bench',
  detect: (input) => controlPlatform(input) === 'docker',
  read: (input) => {
    const { checks, headings, versions, runs, run, unexplained, warnings } = readControl(input)
    const named = headings
      .map(
        (text) =>
          /^(?:\d+\s+)?(?:cis-)?(\d+\.\d+(?:\.\d+)?)\s+CIS\b/i.exec(text)?.[1] ??
          /Benchmark[\s_-]+v?(\d+\.\d+(?:\.\d+)?)/i.exec(text)?.[1],
      )
      .find(Boolean)
    const version = versions[0] ?? named
    const benchmark = aquaBenchmark(version)
    return newScan('aqua-docker-bench', {
      benchmark,
      benchmarkVersion: benchmark.stated?.replace('aqua-cis-', '') ?? null,
      runs,
      run,
      checks,
      unexplained,
      warnings,
    })
  },
}
