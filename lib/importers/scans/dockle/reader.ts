import { sortRest } from '@/lib/importers/scans/bench/terminal-noise'
import { compareCount, countOf, foundCheck, newScan, toStatus } from '@/lib/importers/scans/found-check'
import {
  hasFields,
  type Json,
  numberAt,
  objectsAt,
  textAt,
  textsAt,
} from '@/lib/importers/scans/json/json-node'
import type { FoundCheck } from '@/lib/importers/scans/scan-extract'
import type { ScanInput, ScanReader } from '@/lib/importers/scans/scan-reader'

/** `WARN  - CIS-DI-0001: ...`, as dockle prints it on a terminal. */
const LINE = /^\s*(FATAL|WARN|INFO|SKIP|IGNORE|PASS)\s+-\s+((?:CIS-DI|DKL-[A-Z]+)-\d{4}):\s*(.+)$/
const REMARK = /^\s*\*\s+(.*)$/

/** dockle's JSON and its plain text. */
export const dockleReader: ScanReader = {
  id: 'dockle',
  label: 'dockle',
  detect: (input) =>
    input.documents.length > 0
      ? input.documents.some(isReport)
      : input.lines.slice(0, 200).some((line) => LINE.test(line)),
  read: (input) => (input.documents.length > 0 ? readJson(input) : readText(input)),
}

function isReport(document: Json): boolean {
  if (hasFields(document, 'details', 'summary') && numberAt(document, 'summary', 'fatal') !== undefined)
    return true
  return objectsAt(document, 'details').some((one) => hasFields(one, 'code', 'level', 'alerts'))
}

function readJson({ documents }: ScanInput) {
  const reports = documents.filter(isReport)
  const checks = reports.flatMap((report) =>
    objectsAt(report, 'details').map((entry) =>
      toCheck(
        entry.line,
        textAt(entry, 'code') ?? '',
        textAt(entry, 'level'),
        textAt(entry, 'title'),
        textsAt(entry, 'alerts'),
        textAt(report, 'image'),
      ),
    ),
  )
  const stated = (word: string) => (reports.length === 1 ? numberAt(reports[0], 'summary', word) : undefined)
  const ignored = checks.filter(({ word }) => word === 'IGNORE').length
  return newScan('dockle', {
    checks,
    warnings: [
      ...compareCount('fatal findings', stated('fatal'), countOf(checks, 'fail')),
      ...compareCount('warnings', stated('warn'), countOf(checks, 'warn')),
      ...compareCount('remarks', stated('info'), countOf(checks, 'info')),
      ...compareCount('skipped checks', stated('skip'), countOf(checks, 'skip') - ignored),
    ],
  })
}

function readText({ lines }: ScanInput) {
  const rest: string[] = []
  const found: { line: number; id: string; level: string; title: string; remarks: string[] }[] = []
  lines.forEach((text, index) => {
    const [, level, id, title] = LINE.exec(text) ?? []
    const remark = REMARK.exec(text)
    if (level && id && title) found.push({ line: index + 1, id, level, title, remarks: [] })
    else if (remark?.[1] && found.length > 0) found.at(-1)?.remarks.push(remark[1])
    else if (text.trim() !== '') rest.push(text)
  })
  const checks = found.map(({ line, id, level, title, remarks }) =>
    toCheck(line, id, level, title, remarks, undefined),
  )
  return newScan('dockle', { checks, ...sortRest(rest) })
}

function toCheck(
  line: number,
  id: string,
  level: string | undefined,
  title: string | undefined,
  remarks: readonly string[],
  image: string | undefined,
): FoundCheck {
  return foundCheck({
    id,
    line,
    word: level,
    title,
    status: toStatus(level ?? '') ?? 'info',
    details: remarks.join('\n'),
    resource: image,
    severity: level,
    key: `dockle:${id}`,
  })
}
