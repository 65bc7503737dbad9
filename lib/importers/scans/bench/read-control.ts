import { platformOf } from '@/lib/importers/scans/bench/platform'
import { type ControlJson, controlsIn, readControlJson } from '@/lib/importers/scans/bench/read-control-json'
import { type ControlText, readControlText } from '@/lib/importers/scans/bench/read-control-text'
import { readVerdictLine } from '@/lib/importers/scans/bench/verdict-line'
import type { ScanInput } from '@/lib/importers/scans/scan-reader'

/** Which benchmark kube-bench's family of tools printed here; undefined when it is none of theirs. */
export function controlPlatform(input: ScanInput): 'docker' | 'kubernetes' | undefined {
  const groups = controlsIn(input.documents)
  if (groups.length > 0) {
    const { checks, headings, nodeTypes } = readControlJson(groups, undefined)
    const found = platformOf([...headings, ...checks.slice(0, 300).map(({ title }) => title)])
    if (found !== 'neither') return found
    return nodeTypes.length > 0 ? 'kubernetes' : undefined
  }
  if (input.documents.length > 0) return undefined
  const titles: string[] = []
  let dashed = 0
  for (const line of input.lines) {
    const verdict = line.includes(']') ? readVerdictLine(line) : undefined
    if (verdict && verdict.kind !== 'remark')
      titles.push(verdict.kind === 'check' ? verdict.title : verdict.text)
    // A dash after the number is how another tool writes.
    if (verdict?.kind === 'check' && verdict.dash) dashed++
    if (titles.length > 300) break
  }
  const found = titles.length === 0 || dashed * 2 >= titles.length ? 'neither' : platformOf(titles)
  return found === 'neither' ? undefined : found
}

/** Reads either form. `versions` are those the file states, `headings` what may name one. */
export function readControl(input: ScanInput): ControlText & Pick<ControlJson, 'versions'> {
  if (controlsIn(input.documents).length > 0)
    return { ...readControlJson(input.documents, input.run), unexplained: [] }
  return { ...readControlText(input), versions: [] }
}
