import type { Control } from '@/lib/catalogue/entries'
import { readScan, type ScanResult } from '@/lib/importers/scans/read-scan'
import { decodeText } from '@/lib/workers/unpack/decode-text'
import type { GivenFile } from '@/lib/workers/unpack/unpack-files'

/** Output of a scanner to be read, with the checks that its numbers may mean. `run`: which of many, the last when absent. */
export type ScanTask = { files: readonly [GivenFile]; controls: readonly Control[]; run?: number }

/** Decodes the one file of the task and reads it. */
export function readScanTask({ files: [file], controls, run }: ScanTask): ScanResult {
  const decoded = 'text' in file ? file : decodeText(file.bytes)
  if (typeof decoded === 'string') return { ok: false, sentence: 'This is not UTF-8 text.' }
  const catalogue = { controls: new Map(controls.map((control) => [control.id, control])) }
  return readScan({ path: file.path, text: decoded.text }, catalogue, run)
}
