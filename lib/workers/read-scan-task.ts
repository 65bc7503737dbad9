import type { Control } from '@/lib/catalogue/entries'
import { readScan } from '@/lib/importers/scans/read-scan'
import type { ScanExtract } from '@/lib/importers/scans/scan-extract'
import type { StatusCounts } from '@/lib/model/scan-run'
import { decodeText } from '@/lib/workers/unpack/decode-text'
import type { GivenFile } from '@/lib/workers/unpack/unpack-files'

/** Output of a scanner to be read, with the checks that its numbers may mean. `run`: which of many, the last when absent. */
export type ScanTask = { files: readonly [GivenFile]; controls: readonly Control[]; run?: number }

/**
 * What was read, with its checks as the JSON that is kept: tens of thousands of objects, handed over one by one and
 * written down there, would hold up the thread that answers everybody else.
 */
export type ScanTaken =
  | { ok: true; extract: Omit<ScanExtract, 'checks'>; counts: StatusCounts; checksJson: string }
  | { ok: false; line?: number; sentence: string }

/** Decodes the one file of the task and reads it. */
export function readScanTask({ files: [file], controls, run }: ScanTask): ScanTaken {
  const decoded = 'text' in file ? file : decodeText(file.bytes)
  if (typeof decoded === 'string') return { ok: false, sentence: 'This is not UTF-8 text.' }
  const catalogue = { controls: new Map(controls.map((control) => [control.id, control])) }
  const result = readScan({ path: file.path, text: decoded.text }, catalogue, run)
  if (!result.ok) return result
  const { checks, ...extract } = result.extract
  const counts: StatusCounts = {}
  for (const { status } of checks) counts[status] = (counts[status] ?? 0) + 1
  return { ok: true, extract, counts, checksJson: JSON.stringify(checks) }
}
