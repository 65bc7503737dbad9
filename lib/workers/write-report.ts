import { openCatalogue } from '@/lib/catalogue/catalogue'
import type { Pack } from '@/lib/catalogue/pack'
import { canonicalJson } from '@/lib/model/canonical'
import type { ThreatModel } from '@/lib/model/threat-model'
import { buildReport } from '@/lib/reports/build-report'
import { markdownBlocks } from '@/lib/reports/markdown/render-markdown'
import type { Report } from '@/lib/reports/report'
import { reportFormatOf } from '@/lib/reports/report-formats'
import type {
  ReportPage,
  ReportRequest,
  ReportSource,
  WantedFile,
  WrittenFile,
} from '@/lib/workers/report-protocol'

/** Builds a report, or takes the one that was kept, and writes down what is wanted of it. */
export async function writeReport({ source, wanted }: ReportRequest) {
  const { report, document } = open(source)
  if (wanted.kind === 'text') return { text: canonicalJson(report) }
  if (wanted.kind === 'view') return pageOf(report, wanted.maxBlocks)
  return { file: await fileOf(report, document, wanted) }
}

function open(source: ReportSource): { report: Report; document: ThreatModel } {
  if (source.kind === 'kept')
    return {
      report: JSON.parse(source.report) as Report,
      document: JSON.parse(source.document) as ThreatModel,
    }
  const { document, pack, moment } = source
  const catalogue = openCatalogue(JSON.parse(pack) as Pack)
  return { document, report: buildReport({ model: document, catalogue, ...moment }) }
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

async function fileOf(
  report: Report,
  document: ThreatModel,
  { format, file }: WantedFile,
): Promise<WrittenFile | undefined> {
  const files = (await reportFormatOf(format)?.render(report, document)) ?? []
  const [main] = files
  const found = file === undefined ? main : files.find(({ name }) => name === file)
  if (!found) return undefined
  const { name, mediaType, text } = found
  return { name, mediaType, isMain: found === main, bytes: new TextEncoder().encode(text) }
}
