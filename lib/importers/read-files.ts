import type {
  Extract,
  FileOutcome,
  Importer,
  InnerText,
  InputFile,
  ReadResult,
} from '@/lib/importers/extract'
import { describeOutcomes, leftOutByFile, nameLeftOut } from '@/lib/importers/file-outcomes'
import { IMPORTERS } from '@/lib/importers/importers'
import { scannerOf } from '@/lib/importers/scans/read-scan'
import { whyUnknown } from '@/lib/importers/unknown-file'

export type FilesRead = ReadResult & { outcomes: FileOutcome[] }

/**
 * Reads files of any known format. Each importer gets every file that is or may be of its format, and what those before it
 * found; a file that none knows is listed as skipped, or as unreadable when there is nothing else.
 * @param others paths of files that lie beside these and were not read.
 */
export function readFiles(
  files: readonly InputFile[],
  importers: readonly Importer[] = IMPORTERS,
  others: readonly string[] = [],
): FilesRead {
  const extracts: Extract[] = []
  const unreadable: ReadResult['unreadable'] = []
  const known = new Set<string>()
  const inner: InnerText[] = []
  const withReports = new Set<string>()
  const paths = [...files.map(({ path }) => path), ...others]
  for (const importer of importers) {
    const wanted = files.filter((file) => importer.detect(file) !== 'no')
    const hasInner = importer.readsInner === true && inner.length > 0
    if (wanted.length === 0 && !hasInner) continue
    for (const { path } of wanted) known.add(path)
    const result = importer.read(wanted, { paths, found: [...extracts], inner: [...inner] })
    extracts.push(...result.extracts)
    unreadable.push(...result.unreadable)
    inner.push(...(result.inner ?? []))
    for (const path of result.scans ?? []) withReports.add(path)
  }
  const scannerAt = new Map<string, string | undefined>()
  const scannerIn = ({ path, text }: InputFile) => {
    if (!scannerAt.has(path)) scannerAt.set(path, scannerOf(text))
    return scannerAt.get(path)
  }
  const [first] = extracts
  for (const file of files) {
    const { path } = file
    if (known.has(path) || scannerIn(file) !== undefined) continue
    if (first) first.skipped.push({ file: path, line: 1, what: path, why: whyUnknown(path) })
    else unreadable.push({ file: path, sentence: whyUnknown(path) })
  }
  const texts = new Map(files.map((file) => [file.path, file]))
  const leftOut = leftOutByFile(extracts, importers)
  // Also what an importer took for its own and made nothing of, or found reports in.
  const outcomes = describeOutcomes(files, { extracts, unreadable }, importers).map((outcome) => {
    const file = texts.get(outcome.file)
    if (!file || (outcome.readAs !== undefined && !withReports.has(outcome.file))) return outcome
    const scanner = scannerIn(file)
    return scanner === undefined
      ? nameLeftOut(outcome, leftOut.get(outcome.file))
      : { ...outcome, scanner, why: scanSentence(scanner, outcome) }
  })
  const isScan = ({ scanner, readAs }: FileOutcome) => scanner !== undefined && readAs === undefined
  const scans = new Set(outcomes.filter(isScan).map(({ file }) => file))
  return { extracts, unreadable: unreadable.filter(({ file }) => !scans.has(file)), outcomes }
}

function scanSentence(scanner: string, { readAs }: FileOutcome): string {
  return readAs === undefined
    ? `This is output of ${scanner}: findings, no components. It is imported as a scan.`
    : `It also holds output of ${scanner}: its findings are imported as a scan.`
}
