import { canonicalStyle } from '@/lib/model/canonical'
import { jsonPieces } from '@/lib/model/json-pieces'
import type { Report } from '@/lib/reports/report'
import type { ReportFormat } from '@/lib/reports/report-format'

/** The report itself, for other programs: each threat, component and so on is a line. Its schema is `Report`. */
export const jsonFormat: ReportFormat = {
  id: 'json',
  label: 'Report data (JSON)',
  extension: 'json',
  mediaType: 'application/json',
  render: async (report) => [{ name: 'report.json', mediaType: 'application/json', text: writeJson(report) }],
}

function writeJson(report: Report): string {
  return `${[...jsonPieces(report, { ...canonicalStyle, lineEnd: '\n' }, 2)].join('')}\n`
}
