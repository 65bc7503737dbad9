import type { Catalogue } from '@/lib/catalogue/catalogue'
import { cleanText, toLines, unwrapEngineLog, withoutCommonStart } from '@/lib/importers/scans/clean-text'
import { LimitStop } from '@/lib/importers/scans/json/json-text'
import { type JsonDocuments, readDocuments } from '@/lib/importers/scans/json/read-documents'
import { policyReportReader } from '@/lib/importers/scans/policy-report/reader'
import { redact } from '@/lib/importers/scans/redact'
import { resolveKeys } from '@/lib/importers/scans/resolve-keys'
import type { ScanExtract } from '@/lib/importers/scans/scan-extract'
import type { ScanInput, ScanReader } from '@/lib/importers/scans/scan-reader'
import { SCAN_READERS } from '@/lib/importers/scans/scan-readers'
import { trivyOperatorReader } from '@/lib/importers/scans/trivy-operator/reader'
import { readYamlDocuments } from '@/lib/importers/scans/yaml-documents'
import { formatCount } from '@/lib/model/format-count'
import { toLine } from '@/lib/model/to-line'

export type ScanResult = { ok: true; extract: ScanExtract } | { ok: false; line?: number; sentence: string }

const MAX_LENGTH = 64_000_000
const MAX_CHECKS = 200_000
const MAX_UNEXPLAINED = 5_000

const UNKNOWN = `This is no scan output that Bulkhead knows. It reads ${SCAN_READERS.map(({ label }) => label).join(', ')}.`

/**
 * Reads the output of a scanner, told by its content. Never throws on any text. `run` picks one run of a log that holds
 * many, from 1; without it the last is taken. Of a file that holds output of two tools, the first is read and it says so.
 */
export function readScan(
  file: { path: string; text: string },
  catalogue: Pick<Catalogue, 'controls'>,
  run?: number,
): ScanResult {
  const [first, ...others] = readScans(file, catalogue, run)
  if (!first?.ok || others.length === 0) return first ?? { ok: false, sentence: UNKNOWN }
  const warnings = [...first.extract.warnings, LEFT]
  return { ok: true, extract: { ...first.extract, warnings } }
}

const LEFT = 'This file also holds Policy Reports, which were not read. Put them into a file of their own.'

/** The same for every tool whose output a file holds: a dump of a cluster may hold reports of two. At least one result. */
export function readScans(
  file: { path: string; text: string },
  catalogue: Pick<Catalogue, 'controls'>,
  run?: number,
): ScanResult[] {
  if (file.text.length > MAX_LENGTH)
    return [
      {
        ok: false,
        sentence: `This is larger than ${MAX_LENGTH / 1_000_000} million characters. Split the file.`,
      },
    ]
  const text = cleanText(unwrapEngineLog(file.text))
  if (text.trim() === '') return [{ ok: false, sentence: 'This file is empty.' }]
  try {
    const known = findReader(file.path, text, run)
    if (!known) return [{ ok: false, sentence: UNKNOWN }]
    return [known, ...besides(known)].map((one) => readKnown(one, catalogue, run))
  } catch (error) {
    if (error instanceof LimitStop) return [{ ok: false, line: error.line, sentence: error.message }]
    throw error
  }
}

function readKnown(
  { reader, input, repaired }: Known,
  catalogue: Pick<Catalogue, 'controls'>,
  run: number | undefined,
): ScanResult {
  const found = reader.read(input)
  if (found.checks.length > MAX_CHECKS)
    return {
      ok: false,
      sentence: `This holds ${formatCount(found.checks.length)} verdicts; ${formatCount(MAX_CHECKS)} can be read at once. Split the file.`,
    }
  return { ok: true, extract: tidy(resolveKeys(catalogue, found), repaired, run) }
}

function besides(known: Known): Known[] {
  const { reader, input } = known
  const hasBoth = reader === trivyOperatorReader && policyReportReader.detect(input)
  return hasBoth ? [{ ...known, reader: policyReportReader }] : []
}

/** What stands somewhere in every scanner's output, so that most files need no closer look. */
const TELLING =
  /\b(?:PASS|FAIL|WARN|INFO)\b|"(?:Controls|tests|Results|Resources|Findings|summaryDetails|controlReports|frameworks|runs|check_type|Reports|queries|vulnerabilities|popeye|details|code|Target|dockerbenchsecurity)"|aquasecurity\.github\.io|wgpolicyk8s\.io|openreports\.io|PolarisOutputVersion|\b(?:DL|SC)\d{4} /

/** The scanner that a text is the output of, told by its content; undefined for any other text. Never throws. */
export function scannerOf(text: string): string | undefined {
  if (text.length > MAX_LENGTH || !TELLING.test(text)) return undefined
  try {
    return findReader('', cleanText(unwrapEngineLog(text)), undefined)?.reader.label
  } catch (error) {
    if (error instanceof LimitStop) return undefined
    throw error
  }
}

type Known = { reader: ScanReader; input: ScanInput; repaired: boolean }

/**
 * The reader that knows a text: as it stands, without what a log put before each line of JSON, as plain text when the
 * JSON in it was only a log's, or without the words that all of its lines begin with.
 */
function findReader(path: string, text: string, run: number | undefined): Known | undefined {
  const { documents, repaired } = documentsIn(text)
  const asIs = knownAs(path, text, { documents, repaired }, run)
  if (asIs) return asIs
  // Its JSON may be a part of the YAML around it.
  const yaml = documents.length > 0 ? readYamlDocuments(text) : []
  const asYaml = yaml.length > 0 ? knownAs(path, text, { documents: yaml, repaired: false }, run) : undefined
  if (asYaml) return asYaml
  const bare = toLines(text).join('\n')
  const plain = withoutCommonStart(bare)
  return (
    (bare === text ? undefined : knownAs(path, bare, documentsIn(bare), run)) ??
    (documents.length === 0 ? undefined : knownAs(path, text, { documents: [], repaired: false }, run)) ??
    (plain === bare ? undefined : knownAs(path, plain, documentsIn(plain), run))
  )
}

function knownAs(
  path: string,
  text: string,
  { documents, repaired }: JsonDocuments,
  run: number | undefined,
): Known | undefined {
  let lines: string[] | undefined
  const input: ScanInput = {
    path,
    text,
    // A report in JSON has no use for them, and they cost as much as reading it.
    get lines() {
      lines ??= toLines(text)
      return lines
    },
    documents,
    ...(run ? { run } : {}),
  }
  const reader = SCAN_READERS.find((one) => one.detect(input))
  return reader && { reader, input, repaired }
}

function documentsIn(text: string) {
  const json = readDocuments(text)
  if (json.documents.length > 0) return json
  return { documents: readYamlDocuments(text), repaired: false }
}

function tidy(extract: ScanExtract, repaired: boolean, run: number | undefined): ScanExtract {
  const { unexplained, warnings, runs } = extract
  return {
    ...extract,
    unexplained: unexplained.slice(0, MAX_UNEXPLAINED).map((line) => redact(toLine(line, 500))),
    warnings: [
      ...(repaired ? ['This is broken JSON. It was read as far as it could be; compare the counts.'] : []),
      ...(run !== undefined && run > runs ? [`There is no run ${run}: the file holds ${runs}.`] : []),
      ...(unexplained.length > MAX_UNEXPLAINED
        ? [
            `${formatCount(unexplained.length)} lines could not be explained; the first ${formatCount(MAX_UNEXPLAINED)} are listed.`,
          ]
        : []),
      ...warnings.map((sentence) => redact(toLine(sentence, 500))),
    ],
  }
}
