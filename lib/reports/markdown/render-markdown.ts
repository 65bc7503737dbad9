import { findingsSection } from '@/lib/reports/markdown/findings-section'
import {
  componentsSection,
  drawingSection,
  flowsSection,
  notesSection,
  questionsSection,
  scopeSection,
  skippedSection,
  titleSection,
} from '@/lib/reports/markdown/model-sections'
import type { Block } from '@/lib/reports/markdown/nodes'
import { mitigationReference, threatReference } from '@/lib/reports/markdown/reference-sections'
import { summarySection } from '@/lib/reports/markdown/summary-section'
import {
  counteredSection,
  leftoverSection,
  possibleSection,
  threatsSection,
} from '@/lib/reports/markdown/threat-sections'
import { writeMarkdown } from '@/lib/reports/markdown/write-markdown'
import type { Report } from '@/lib/reports/report'

/** The text of report.md. */
export function renderMarkdown(report: Report): string {
  return writeMarkdown(markdownBlocks(report))
}

/** The report as a Markdown tree, so that a page can show what the file says. */
export function markdownBlocks(report: Report): Block[] {
  return [
    ...titleSection(report),
    ...summarySection(report),
    ...scopeSection(report),
    ...drawingSection(report),
    ...threatsSection(report),
    ...possibleSection(report),
    ...questionsSection(report),
    ...findingsSection(report),
    ...counteredSection(report),
    ...leftoverSection(report),
    ...mitigationReference(report),
    ...threatReference(report),
    ...flowsSection(report),
    ...componentsSection(report),
    ...notesSection(report),
    ...skippedSection(report),
  ]
}
