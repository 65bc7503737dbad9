import type { ThreatModel } from '@/lib/model/threat-model'
import type { ReportMoment } from '@/lib/reports/build-report'
import type { Block } from '@/lib/reports/markdown/nodes'
import type { Report } from '@/lib/reports/report'

/** What a report is made of: a model as it is now, with its catalogue's pack as JSON; or what a named version kept, as JSON. */
export type ReportSource =
  | { kind: 'model'; document: ThreatModel; pack: string; moment: ReportMoment }
  | { kind: 'kept'; document: string; report: string }

/** The report itself as canonical JSON, to be kept. */
export type WantedText = { kind: 'text' }
/** What its page shows: at most so many blocks. */
export type WantedView = { kind: 'view'; maxBlocks: number }
/** A file of it; without `file` the format's main one. */
export type WantedFile = { kind: 'file'; format: string; file?: string | undefined }

export type ReportRequest<W extends Wanted = Wanted> = { source: ReportSource; wanted: W }
export type Wanted = WantedText | WantedView | WantedFile

export type ReportPage = { basis: Report['basis']; mermaid: string; blocks: Block[]; isCut: boolean }
/** `isMain` for the one that the download names after the model. */
export type WrittenFile = { name: string; mediaType: string; isMain: boolean; bytes: Uint8Array<ArrayBuffer> }

export type ReportAnswer<W extends Wanted> = W extends WantedText
  ? { text: string }
  : W extends WantedView
    ? ReportPage
    : // Undefined: the format has no such file.
      { file: WrittenFile | undefined }
