import { redact } from '@/lib/importers/scans/redact'
import type { FoundCheck, FoundScan, ScanStatus } from '@/lib/importers/scans/scan-extract'
import { toLine } from '@/lib/model/to-line'

const MAX_DETAILS = 2000

const statuses: Readonly<Record<string, ScanStatus>> = {
  pass: 'pass',
  passed: 'pass',
  ok: 'pass',
  success: 'pass',
  true: 'pass',
  fail: 'fail',
  failed: 'fail',
  fatal: 'fail',
  error: 'fail',
  danger: 'fail',
  false: 'fail',
  warn: 'warn',
  warning: 'warn',
  info: 'info',
  informational: 'info',
  note: 'note',
  style: 'note',
  manual: 'manual',
  review: 'manual',
  open: 'manual',
  skip: 'skip',
  skipped: 'skip',
  ignore: 'skip',
  exception: 'skip',
  excluded: 'skip',
  irrelevant: 'skip',
  notapplicable: 'skip',
}

/** A tool's word for a verdict in the common vocabulary; undefined for a word that no tool uses. */
export function toStatus(word: string): ScanStatus | undefined {
  return Object.hasOwn(statuses, word.toLowerCase()) ? statuses[word.toLowerCase()] : undefined
}

type Fields = Pick<FoundCheck, 'id' | 'status' | 'line'> & {
  word: string | undefined
  title: string | undefined
  details?: string | undefined
  resource?: string | undefined
  severity?: string | undefined
  key?: string
}

/** A check with its texts made safe to keep: on one line, cut to a length, without secrets. */
export function foundCheck(fields: Fields): FoundCheck {
  const { id, status, line, word, title, details, resource, severity, key } = fields
  return {
    id: toLine(id, 120),
    status,
    word: toLine(word ?? '', 40),
    title: redact(toLine(title ?? '', 400)),
    line,
    details: details?.trim() ? redact(cut(details.trim())) : null,
    resource: resource?.trim() ? redact(toLine(resource, 400)) : null,
    severity: severity ? toLine(severity.toLowerCase(), 40) : null,
    key: key === undefined ? null : toLine(key, 200),
  }
}

/** A scan with nothing in it yet. */
export function newScan(tool: string, fields: Partial<FoundScan> = {}): FoundScan {
  return {
    tool,
    toolVersion: null,
    benchmark: null,
    benchmarkVersion: null,
    startedAt: null,
    runs: 1,
    run: 1,
    checks: [],
    unexplained: [],
    warnings: [],
    ...fields,
  }
}

/** A warning when the tool's own summary gives another number than was read; nothing when it gives none. */
export function compareCount(what: string, stated: number | undefined, read: number): string[] {
  if (stated === undefined || stated === read) return []
  return [`The file's own summary says ${stated} ${what}; ${read} are listed in it.`]
}

export function countOf(checks: readonly Pick<FoundCheck, 'status'>[], status: ScanStatus): number {
  return checks.reduce((count, check) => count + (check.status === status ? 1 : 0), 0)
}

function cut(text: string): string {
  const plain = text.replace(/[^\P{Cc}\n\t]/gu, ' ')
  return plain.length > MAX_DETAILS ? `${plain.slice(0, MAX_DETAILS - 1)}…` : plain
}
