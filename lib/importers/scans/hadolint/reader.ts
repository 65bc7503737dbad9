import { sortRest } from '@/lib/importers/scans/bench/terminal-noise'
import { foundCheck, newScan, toStatus } from '@/lib/importers/scans/found-check'
import {
  hasFields,
  isObject,
  type Json,
  type JsonObject,
  numberAt,
  textAt,
} from '@/lib/importers/scans/json/json-node'
import type { FoundCheck } from '@/lib/importers/scans/scan-extract'
import type { ScanInput, ScanReader } from '@/lib/importers/scans/scan-reader'

/** `Dockerfile:3 DL3008 warning: ...`, as hadolint prints it on a terminal. */
const LINE = /^(.{1,300}?):(\d+) ((?:DL|SC)\d{4}) (?:(error|warning|info|style): )?(.+)$/

/** hadolint's JSON and its plain text. */
export const hadolintReader: ScanReader = {
  id: 'hadolint',
  label: 'hadolint',
  detect: (input) =>
    input.documents.length > 0
      ? input.documents.some(isList)
      : input.lines.slice(0, 200).some((line) => LINE.test(line)),
  read: (input) => (input.documents.length > 0 ? readJson(input) : readText(input)),
}

function isList(document: Json): boolean {
  return (
    Array.isArray(document) &&
    document.length > 0 &&
    // The last one may have been cut off.
    document
      .slice(0, Math.max(1, document.length - 1))
      .every((one) => hasFields(one, 'code', 'level', 'message', 'line'))
  )
}

function readJson({ documents }: ScanInput) {
  const entries = documents
    .filter(isList)
    .flatMap((document) => (document as readonly Json[]).filter(isObject))
  return newScan('hadolint', {
    checks: entries.map((entry: JsonObject) =>
      toCheck(entry.line, {
        id: textAt(entry, 'code') ?? '',
        level: textAt(entry, 'level'),
        message: textAt(entry, 'message'),
        file: textAt(entry, 'file'),
        at: numberAt(entry, 'line'),
      }),
    ),
  })
}

function readText({ lines }: ScanInput) {
  const rest: string[] = []
  const checks = lines.flatMap((text, index) => {
    const [, file, line, id, level, message] = LINE.exec(text) ?? []
    if (id) return [toCheck(index + 1, { id, level, message, file, at: Number(line) })]
    if (text.trim() !== '') rest.push(text)
    return []
  })
  return newScan('hadolint', { checks, ...sortRest(rest) })
}

type Entry = {
  id: string
  level: string | undefined
  message: string | undefined
  file: string | undefined
  at: number | undefined
}

function toCheck(line: number, { id, level, message, file, at }: Entry): FoundCheck {
  return foundCheck({
    id,
    line,
    word: level,
    title: message,
    status: toStatus(level ?? 'warning') ?? 'warn',
    resource: file && at !== undefined ? `${file}:${at}` : file,
    severity: level,
    key: `hadolint:${id}`,
  })
}
