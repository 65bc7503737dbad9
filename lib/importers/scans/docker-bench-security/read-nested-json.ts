import { dockerBenchmark } from '@/lib/importers/scans/bench/benchmarks'
import { chooseRun } from '@/lib/importers/scans/bench/split-reruns'
import { namesIn } from '@/lib/importers/scans/docker-bench-security/names-in'
import { compareCount, foundCheck, newScan, toStatus } from '@/lib/importers/scans/found-check'
import { hasFields, numberAt, objectsAt, textAt, textsAt } from '@/lib/importers/scans/json/json-node'
import { redact } from '@/lib/importers/scans/redact'
import type { FoundScan } from '@/lib/importers/scans/scan-extract'
import type { ScanInput } from '@/lib/importers/scans/scan-reader'

/** Reads the JSON of version 1.3.5 and later: sections with their checks. */
export function readNestedJson({ documents, run: wanted }: ScanInput): FoundScan {
  const runs = documents.filter((document) => hasFields(document, 'dockerbenchsecurity', 'tests'))
  const run = chooseRun(runs.length, wanted)
  const chosen = runs[run - 1]
  const toolVersion = textAt(chosen, 'dockerbenchsecurity')?.replace(/^v/, '')
  const results = objectsAt(chosen, 'tests').flatMap((section) => objectsAt(section, 'results'))
  const checks = results.map((result) => {
    const id = textAt(result, 'id') ?? ''
    const word = textAt(result, 'result')?.trim()
    const details = textAt(result, 'details')
    const shown = redact(details ?? '')
    const items = textsAt(result, 'items').filter((item) => shown.includes(item))
    return foundCheck({
      id,
      line: result.line,
      word,
      title: (textAt(result, 'desc') ?? '').replace(
        new RegExp(`^${id.replaceAll('.', '\\.').replace(/[^\w.\\]/g, '')}\\s+`),
        '',
      ),
      status: toStatus(word ?? '') ?? 'info',
      details,
      resource: (items.length > 0 && /^[45]\./.test(id) ? items : namesIn(id, details ? [details] : [])).join(
        ', ',
      ),
    })
  })
  return newScan('docker-bench-security', {
    toolVersion: toolVersion ?? null,
    benchmark: dockerBenchmark(toolVersion),
    startedAt: textAt(chosen, 'start') ?? null,
    runs: runs.length,
    run,
    checks,
    warnings: compareCount('checks', numberAt(chosen, 'checks'), checks.length),
  })
}
