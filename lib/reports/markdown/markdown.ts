import { renderMarkdown } from '@/lib/reports/markdown/render-markdown'
import type { ReportFormat } from '@/lib/reports/report-format'

/** A report for people: the summary first, the appendices last. With the drawing as a file beside it. */
export const markdownFormat: ReportFormat = {
  id: 'markdown',
  label: 'Report (Markdown)',
  extension: 'md',
  mediaType: 'text/markdown; charset=utf-8',
  render: async (report) => [
    { name: 'report.md', mediaType: 'text/markdown; charset=utf-8', text: renderMarkdown(report) },
    { name: 'drawing.svg', mediaType: 'image/svg+xml', text: report.drawing.svg },
  ],
}
