import { hash } from 'node:crypto'
import type { Control } from '@/lib/catalogue/entries'
import { readScans, type ScanResult, scannerOf } from '@/lib/importers/scans/read-scan'
import type { ScanExtract } from '@/lib/importers/scans/scan-extract'
import type { StatusCounts } from '@/lib/model/scan-run'
import { isZip, looksLikeArchive } from '@/lib/workers/unpack/archives'
import { decodeText } from '@/lib/workers/unpack/decode-text'
import type { UnpackLimits } from '@/lib/workers/unpack/open-zip'
import { type GivenFile, NO_TEXT, unpackFiles, whyClosed } from '@/lib/workers/unpack/unpack-files'

/**
 * Output of a scanner to be read, or an archive of such, with the checks that its numbers may mean. `run`: which of many,
 * the last when absent. `most`: how many files of an archive are read.
 */
export type ScanTask = {
  files: readonly [GivenFile]
  controls: readonly Control[]
  run?: number
  most: number
}

/**
 * What was read, with its checks as the JSON that is kept: tens of thousands of objects, handed over one by one and
 * written down there, would hold up the thread that answers everybody else.
 */
export type ScanTaken =
  | {
      ok: true
      /** SHA-256 of the file's bytes, of one in an archive those of its text. */
      digest: string
      length: number
      extract: Omit<ScanExtract, 'checks'>
      counts: StatusCounts
      checksJson: string
    }
  | { ok: false; line?: number; sentence: string }

/** What became of one file, by its path: of an archive, or of a file with output of two tools, there are several. */
export type ScanOfFile = { path: string; taken: ScanTaken }

type Reading = Pick<ScanTask, 'controls' | 'run'>

const MAX_REFUSED = 50

/** Decodes the one file of the task and reads it, or every scan in it when it is an archive. */
export async function readScanTask(task: ScanTask, limits: UnpackLimits): Promise<ScanOfFile[]> {
  const [file] = task.files
  if ('bytes' in file && isZip(file.bytes)) return readArchive(file, task, limits)
  if ('bytes' in file && looksLikeArchive(file.bytes)) return [refusal(file.path, whyClosed(file))]
  const bytes = 'text' in file ? new TextEncoder().encode(file.text) : file.bytes
  const decoded = 'text' in file ? file : decodeText(bytes)
  if (typeof decoded === 'string') return [refusal(file.path, NO_TEXT)]
  return readText(file.path, decoded.text, bytes, task)
}

async function readArchive(
  file: GivenFile,
  { most, ...reading }: ScanTask,
  limits: UnpackLimits,
): Promise<ScanOfFile[]> {
  const { files, refused } = await unpackFiles([file], limits)
  const scans = files.filter(({ text }) => scannerOf(text) !== undefined)
  const taken = scans.slice(0, most)
  const read = taken.flatMap(({ path, text }) =>
    readText(path, text, new TextEncoder().encode(text), reading),
  )
  const said = refused.slice(0, MAX_REFUSED).map(({ file: path, sentence }) => refusal(path, sentence))
  const left = scans.length - taken.length
  if (left > 0)
    said.push(
      refusal(
        file.path,
        `${left} more scans of this archive were left out. Take them out of it, and import them afterwards.`,
      ),
    )
  if (read.length + said.length === 0)
    said.push(refusal(file.path, 'No file of this archive is output of a scanner that Bulkhead knows.'))
  return [...read, ...said]
}

function refusal(path: string, sentence: string): ScanOfFile {
  return { path, taken: { ok: false, sentence } }
}

/** What a file holds, tool by tool. */
function readText(path: string, text: string, bytes: Uint8Array, { controls, run }: Reading): ScanOfFile[] {
  const catalogue = { controls: new Map(controls.map((control) => [control.id, control])) }
  return readScans({ path, text }, catalogue, run).map((result) => ({ path, taken: takenOf(result, bytes) }))
}

function takenOf(result: ScanResult, bytes: Uint8Array): ScanTaken {
  if (!result.ok) return result
  const { checks, ...extract } = result.extract
  const counts: StatusCounts = {}
  for (const { status } of checks) counts[status] = (counts[status] ?? 0) + 1
  return {
    ok: true,
    digest: hash('sha256', bytes),
    length: bytes.byteLength,
    extract,
    counts,
    checksJson: JSON.stringify(checks),
  }
}
