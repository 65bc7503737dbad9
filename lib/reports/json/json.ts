import { canonicalJson } from '@/lib/model/canonical'
import type { ReportFormat } from '@/lib/reports/report-format'

/** The report itself, for other programs. Its schema is `Report`. */
export const jsonFormat: ReportFormat = {
  id: 'json',
  label: 'Report data (JSON)',
  extension: 'json',
  mediaType: 'application/json',
  render: async (report) => [
    { name: 'report.json', mediaType: 'application/json', text: `${canonicalJson(report, 2)}\n` },
  ],
}
