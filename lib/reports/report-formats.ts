import { csvFormat } from '@/lib/reports/csv/csv'
import { jsonFormat } from '@/lib/reports/json/json'
import { markdownFormat } from '@/lib/reports/markdown/markdown'
import { modelFormat } from '@/lib/reports/model/model'
import type { ReportFormat } from '@/lib/reports/report-format'
import { svgFormat } from '@/lib/reports/svg/svg'

/** Every format, in the order in which a menu shows them. A new one is a folder and a line here. */
export const reportFormats: readonly ReportFormat[] = [
  markdownFormat,
  svgFormat,
  csvFormat,
  jsonFormat,
  modelFormat,
]

/** The format with this id; undefined when there is none. */
export function reportFormatOf(id: string): ReportFormat | undefined {
  return reportFormats.find((format) => format.id === id)
}
