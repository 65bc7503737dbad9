import { csvLine } from '@/lib/reports/csv/escape-csv'
import type { Report, ReportThreat } from '@/lib/reports/report'
import type { ReportFormat } from '@/lib/reports/report-format'

type Column = { title: string; cell: (threat: ReportThreat) => string | number }

const columns: readonly Column[] = [
  { title: 'Threat id', cell: (threat) => threat.threatId },
  { title: 'Threat', cell: (threat) => threat.title },
  { title: 'Element', cell: (threat) => threat.element.name },
  { title: 'Element type', cell: (threat) => threat.element.typeLabel },
  { title: 'Element id', cell: (threat) => threat.element.id },
  { title: 'STRIDE', cell: (threat) => threat.stride.join('') },
  { title: 'Also', cell: (threat) => threat.alsoStride.join('') },
  { title: 'State', cell: (threat) => threat.state },
  { title: 'Severity', cell: (threat) => threat.severity },
  { title: 'Likelihood', cell: (threat) => threat.likelihood },
  { title: 'Impact', cell: (threat) => threat.impact },
  { title: 'Residual likelihood', cell: ({ residual, likelihood }) => residual?.likelihood ?? likelihood },
  { title: 'Residual impact', cell: ({ residual, impact }) => residual?.impact ?? impact },
  { title: 'Status', cell: (threat) => threat.status },
  { title: 'Open', cell: (threat) => (threat.isOpen ? 'yes' : 'no') },
  { title: 'Reason', cell: (threat) => threat.decision?.reason ?? '' },
  { title: 'Owner', cell: (threat) => threat.decision?.owner ?? '' },
  { title: 'Expires', cell: (threat) => threat.decision?.expires ?? '' },
  { title: 'Evidence', cell: (threat) => threat.evidence.join('; ') },
  {
    title: 'Mitigations',
    cell: (threat) =>
      threat.mitigations.map(({ id, status }) => (status ? `${id} (${status})` : id)).join('; '),
  },
  { title: 'Follows from', cell: (threat) => threat.causeKey ?? '' },
]

/** The threats as a table: one line each, UTF-8, safe to open in a spreadsheet. */
export const csvFormat: ReportFormat = {
  id: 'csv',
  label: 'Threats (CSV)',
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8',
  render: async (report) => [
    { name: 'threats.csv', mediaType: 'text/csv; charset=utf-8', text: writeCsv(report) },
  ],
}

function writeCsv({ threats }: Report): string {
  const head = csvLine(columns.map((column) => column.title))
  return head + threats.map((threat) => csvLine(columns.map((column) => column.cell(threat)))).join('')
}
