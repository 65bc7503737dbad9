import { type Command, type Output, printJson, readArguments, UsageError } from '@/lib/cli/command'
import { readPaths } from '@/lib/cli/read-files'
import { openRepositoryCatalogue } from '@/lib/cli/repository-catalogue'
import { env } from '@/lib/env/env'
import { readScan, type ScanResult } from '@/lib/importers/scans/read-scan'
import type { ScanExtract } from '@/lib/importers/scans/scan-extract'
import { readScanTask } from '@/lib/workers/read-scan-task'
import { isZip, looksLikeArchive } from '@/lib/workers/unpack/archives'
import { decodeText } from '@/lib/workers/unpack/decode-text'
import type { Opened } from '@/lib/workers/unpack/open-zip'
import { NO_TEXT, whyClosed } from '@/lib/workers/unpack/unpack-files'

export const scanCommand: Command = {
  name: 'scan',
  usage: 'scan FILE [--run N] [--json]',
  summary:
    'Reads the output of a benchmark or scanner, or a zip archive of several, and prints the verdicts under canonical keys.\n      With --json one object, of an archive a list with the path of each.',
  async run(args, output) {
    const { values, positionals } = readArguments(args, {
      json: { type: 'boolean' },
      run: { type: 'string' },
    })
    const [path, ...others] = positionals
    if (path === undefined || others.length > 0) throw new UsageError('Name one file.')
    if (values.run !== undefined && !/^[1-9]\d{0,5}$/.test(values.run))
      throw new UsageError('--run is a number from 1.')
    const { files, unreadable } = await readPaths([path])
    const [file] = files
    if (!file || files.length > 1) {
      const why = unreadable[0]?.sentence ?? 'This is a folder. Name one file.'
      output.complain(`${path}: ${why}`)
      return 2
    }
    const run = values.run === undefined ? undefined : Number(values.run)
    const isArchive = isZip(file.bytes)
    const scans = isArchive ? await readArchive(file, run) : [{ path, result: readOne(file, run) }]
    const read = scans.flatMap((scan) =>
      scan.result.ok ? [{ path: scan.path, ...scan.result.extract }] : [],
    )
    if (isArchive && values.json) printJson(output, read)
    for (const { path: inside, ...extract } of read) {
      if (!values.json) printTable(output, extract, isArchive ? inside : undefined)
      else if (!isArchive) printJson(output, extract)
    }
    const refused = scans.flatMap((scan) => (scan.result.ok ? [] : [{ path: scan.path, ...scan.result }]))
    for (const { path: inside, line, sentence } of refused)
      output.complain(`${inside}${line ? `:${line}` : ''}: ${sentence}`)
    return refused.length > 0 ? 2 : 0
  },
}

type Scan = { path: string; result: ScanResult }

function readOne({ path, bytes }: Opened, run: number | undefined): ScanResult {
  if (looksLikeArchive(bytes)) return { ok: false, sentence: whyClosed({ path, bytes }) }
  const decoded = decodeText(bytes)
  if (typeof decoded === 'string') return { ok: false, sentence: NO_TEXT }
  return readScan({ path, text: decoded.text }, openRepositoryCatalogue(), run)
}

/** The scans in an archive, unpacked within the limits that the server has. */
async function readArchive(file: Opened, run: number | undefined): Promise<Scan[]> {
  const { unpack } = env().limits
  const { controls } = openRepositoryCatalogue().pack
  const task = { files: [file] as const, controls, most: unpack.files, ...(run !== undefined && { run }) }
  const found = await readScanTask(task, unpack)
  return found.map(({ path, taken }) => ({
    path,
    result: taken.ok
      ? {
          ok: true,
          extract: { ...taken.extract, checks: JSON.parse(taken.checksJson) as ScanExtract['checks'] },
        }
      : taken,
  }))
}

function printTable(output: Output, extract: ScanExtract, path: string | undefined): void {
  const {
    tool,
    toolVersion,
    benchmark,
    benchmarkVersion,
    versionWhy,
    runs,
    run,
    checks,
    unexplained,
    warnings,
  } = extract
  if (path !== undefined) output.print(`${path}:`)
  output.print(
    [tool, toolVersion, benchmark ? `(${benchmark} ${benchmarkVersion ?? ''})` : null]
      .filter(Boolean)
      .join(' '),
  )
  if (versionWhy) output.print(versionWhy)
  if (runs > 1) output.print(`Run ${run} of ${runs}.`)
  output.print('')
  for (const { id, status, key, title, resource, mismatch } of checks) {
    const about = [title, resource ? `[${resource}]` : ''].filter(Boolean).join(' ')
    output.print(`${status.padEnd(6)} ${id.padEnd(12)} ${(key ?? '-').padEnd(36)} ${about.slice(0, 110)}`)
    if (mismatch) output.print(`       ${mismatch}`)
  }
  const counts = new Map<string, number>()
  for (const { status } of checks) counts.set(status, (counts.get(status) ?? 0) + 1)
  output.print(
    `\n${checks.length} checks: ${[...counts].map(([status, count]) => `${count} ${status}`).join(', ') || 'none'}.`,
  )
  if (unexplained.length > 0)
    output.print(`${unexplained.length} lines not explained, first: ${unexplained[0]}`)
  for (const sentence of warnings) output.print(`warning: ${sentence}`)
}
