import type { ThreatModel } from '@/lib/model/threat-model'
import type { Report } from '@/lib/reports/report'

/** A file of a rendered report. The name is one that is safe on every system; the text is UTF-8. */
export type OutputFile = { name: string; mediaType: string; text: string }

/**
 * A way to hand out a report. The first file is the main one. Equal input gives equal bytes.
 * `model` is there for formats that carry the model itself; the rest render the report alone.
 */
export type ReportFormat = {
  id: string
  label: string
  /** Without a dot. */
  extension: string
  mediaType: string
  render(report: Report, model: ThreatModel): Promise<OutputFile[]>
  /** For a format that carries the model and nothing of the report, which then need not be built. */
  fromModel?(model: ThreatModel): OutputFile[]
}
