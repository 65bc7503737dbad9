import { readVerdictLine } from '@/lib/importers/scans/bench/verdict-line'
import { readFlatJson } from '@/lib/importers/scans/docker-bench-security/read-flat-json'
import { readLog } from '@/lib/importers/scans/docker-bench-security/read-log'
import { readNestedJson } from '@/lib/importers/scans/docker-bench-security/read-nested-json'
import { hasFields } from '@/lib/importers/scans/json/json-node'
import type { ScanReader } from '@/lib/importers/scans/scan-reader'

/** docker/docker-bench-security: its log in every version, its flat JSON up to 1.3.4 and the nested one after. */
export const dockerBenchSecurityReader: ScanReader = {
  id: 'docker-bench-security',
  label: 'Docker Bench for Security',
  detect: (input) =>
    input.documents.some((document) => hasFields(document, 'dockerbenchsecurity')) ||
    (input.documents.length === 0 && isLog(input.lines)),
  read: (input) => {
    const runs = input.documents.filter((document) => hasFields(document, 'dockerbenchsecurity'))
    if (runs.length === 0) return readLog(input)
    return runs.some((run) => hasFields(run, 'tests')) ? readNestedJson(input) : readFlatJson(input)
  },
}

/** Its checks have a dash between number and title. */
function isLog(lines: readonly string[]): boolean {
  let dashed = 0
  let plain = 0
  for (const line of lines) {
    const verdict = line.includes('[') || line.includes(']') ? readVerdictLine(line) : undefined
    if (verdict?.kind === 'check' && verdict.id.length > 1) verdict.dash ? dashed++ : plain++
    if (dashed + plain > 200) break
  }
  if (dashed > 0) return dashed >= plain
  return plain === 0 && lines.slice(0, 50).some((line) => /^# Docker Bench for Security v/.test(line))
}
