import { dockerBenchmark } from '@/lib/importers/scans/bench/benchmarks'
import { chooseRun } from '@/lib/importers/scans/bench/split-reruns'
import { namesIn } from '@/lib/importers/scans/docker-bench-security/names-in'
import { foundCheck, newScan, toStatus } from '@/lib/importers/scans/found-check'
import { hasFields, textAt, textsAt } from '@/lib/importers/scans/json/json-node'
import type { FoundScan } from '@/lib/importers/scans/scan-extract'
import type { ScanInput } from '@/lib/importers/scans/scan-reader'

/** Reads the JSON of versions up to 1.3.4: one field per check, whose value is a verdict, or what was found. */
export function readFlatJson({ documents, lines, run: wanted }: ScanInput): FoundScan {
  const runs = documents.filter((document) => hasFields(document, 'dockerbenchsecurity'))
  const run = chooseRun(runs.length, wanted)
  const chosen = runs[run - 1]
  const toolVersion = textAt(chosen, 'dockerbenchsecurity')?.replace(/^v/, '')
  const findLine = lineFinder(lines)
  const checks = [...(chosen?.fields.keys() ?? [])]
    .filter((id) => /^(?:\d+(?:\.\d+)+|C\.\d+)$/.test(id))
    .map((id) => {
      const value = textsAt(chosen, id).join(', ')
      const verdict = /^\s*(PASS|WARN|INFO|NOTE|FAIL)\b:?\s*([\s\S]*)$/i.exec(value)
      const word = verdict?.[1]?.toUpperCase()
      const details = verdict ? verdict[2] : value
      return foundCheck({
        id,
        line: findLine(id, chosen?.line ?? 1),
        word,
        title: undefined,
        status: toStatus(word ?? '') ?? 'info',
        details,
        resource: namesIn(id, details ? [details.includes(':') ? details : `found: ${details}`] : []).join(
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
  })
}

/** Where a field begins, at or after a line; the line itself when the field cannot be told apart. */
function lineFinder(lines: readonly string[]): (id: string, from: number) => number {
  const places = new Map<string, number[]>()
  lines.forEach((text, index) => {
    for (const [, id] of text.matchAll(/"((?:\d+|C)(?:\.\d+)+)"\s*:/g))
      if (id) {
        const same = places.get(id)
        if (same) same.push(index + 1)
        else places.set(id, [index + 1])
      }
  })
  return (id, from) => places.get(id)?.find((line) => line >= from) ?? from
}
