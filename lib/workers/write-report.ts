import { openCatalogue } from '@/lib/catalogue/catalogue'
import type { Pack } from '@/lib/catalogue/pack'
import { canonicalStyle } from '@/lib/model/canonical'
import { formatCount } from '@/lib/model/format-count'
import { jsonPieces } from '@/lib/model/json-pieces'
import type { ThreatModel } from '@/lib/model/threat-model'
import { buildReport } from '@/lib/reports/build-report'
import { markdownBlocks } from '@/lib/reports/markdown/render-markdown'
import type { Report } from '@/lib/reports/report'
import type { OutputFile } from '@/lib/reports/report-format'
import { reportFormatOf } from '@/lib/reports/report-formats'
import type {
  ReportPage,
  ReportRequest,
  ReportSource,
  WantedFile,
  WrittenFile,
} from '@/lib/workers/report-protocol'

/** Of more than this a report would take minutes to write and nobody could read it. */
const MAX_ELEMENTS = 20_000

/**
 * Builds a report, or takes the one that was kept, and writes down what is wanted of it. `stopped` says why there is none.
 */
export async function writeReport({ source, wanted }: ReportRequest) {
  const document = source.kind === 'kept' ? (JSON.parse(source.document) as ThreatModel) : source.document
  const format = wanted.kind === 'file' ? reportFormatOf(wanted.format) : undefined
  if (wanted.kind === 'file' && format?.fromModel) return { file: pick(format.fromModel(document), wanted) }
  const elements = Object.keys(document.components).length + Object.keys(document.flows).length
  if (elements > MAX_ELEMENTS) return { stopped: tooMany(elements) }
  const report = source.kind === 'kept' ? (JSON.parse(source.report) as Report) : build(source)
  if (wanted.kind === 'text') return { text: [...jsonPieces(report, canonicalStyle, 2)].join('') }
  if (wanted.kind === 'view') return pageOf(report, wanted.maxBlocks)
  return { file: pick((await format?.render(report, document)) ?? [], wanted) }
}

function tooMany(elements: number): string {
  const count = formatCount(elements)
  return `This model has ${count} components and data flows; a report is written of at most ${formatCount(MAX_ELEMENTS)}. Split it into several models, or export the model file, which holds everything.`
}

function build({ document, pack, moment }: Extract<ReportSource, { kind: 'model' }>): Report {
  return buildReport({ model: document, catalogue: openCatalogue(JSON.parse(pack) as Pack), ...moment })
}

function pageOf(report: Report, maxBlocks: number): ReportPage {
  const blocks = markdownBlocks(report)
  return {
    basis: report.basis,
    mermaid: report.drawing.mermaid,
    blocks: blocks.slice(0, maxBlocks),
    isCut: blocks.length > maxBlocks,
  }
}

function pick(files: readonly OutputFile[], { file }: WantedFile): WrittenFile | undefined {
  const [main] = files
  const found = file === undefined ? main : files.find(({ name }) => name === file)
  if (!found) return undefined
  const { name, mediaType, text } = found
  return { name, mediaType, isMain: found === main, bytes: new TextEncoder().encode(text) }
}
