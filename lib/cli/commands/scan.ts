import { type Command, type Output, printJson, readArguments, UsageError } from '@/lib/cli/command'
import { readPaths } from '@/lib/cli/read-files'
import { openRepositoryCatalogue } from '@/lib/cli/repository-catalogue'
import { readScan } from '@/lib/importers/scans/read-scan'
import type { ScanExtract } from '@/lib/importers/scans/scan-extract'
import { decodeText } from '@/lib/workers/unpack/decode-text'

export const scanCommand: Command = {
  name: 'scan',
  usage: 'scan FILE [--run N] [--json]',
  summary: 'Reads the output of a benchmark or scanner and prints its verdicts under canonical keys.',
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
    const decoded = decodeText(file.bytes)
    if (typeof decoded === 'string') {
      output.complain(`${path}: This is not UTF-8 text.`)
      return 2
    }
    const result = readScan(
      { path: file.path, text: decoded.text },
      openRepositoryCatalogue(),
      values.run === undefined ? undefined : Number(values.run),
    )
    if (!result.ok) {
      output.complain(`${path}${result.line ? `:${result.line}` : ''}: ${result.sentence}`)
      return 2
    }
    if (values.json) printJson(output, result.extract)
    else printTable(output, result.extract)
    return 0
  },
}

function printTable(output: Output, extract: ScanExtract): void {
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
