import type { ReportFormat } from '@/lib/reports/report-format'

/** The drawing alone. */
export const svgFormat: ReportFormat = {
  id: 'svg',
  label: 'Drawing (SVG)',
  extension: 'svg',
  mediaType: 'image/svg+xml',
  render: async ({ drawing }) => [{ name: 'drawing.svg', mediaType: 'image/svg+xml', text: drawing.svg }],
}
