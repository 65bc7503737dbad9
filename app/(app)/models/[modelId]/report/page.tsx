import type { Metadata } from 'next'
import { loadPage, titleOf } from '@/app/(app)/models/[modelId]/load-page'
import { ToCanvas } from '@/components/insight/to-canvas'
import { ReportView } from '@/components/reports/report-view'
import { PageBody } from '@/components/shell/page-body'
import { EmptyState } from '@/components/ui/empty-state'
import { FileText } from '@/components/ui/icons'
import { reportFormats } from '@/lib/reports/report-formats'
import { viewReport } from '@/lib/services/view-report'

type Props = { params: Promise<{ modelId: string }> }

export const generateMetadata = (props: Props): Promise<Metadata> => titleOf(props, 'Report')

export default async function Page({ params }: Props) {
  const { actor, found } = await loadPage(decodeURIComponent((await params).modelId))
  if (Object.keys(found.document.components).length === 0) {
    return (
      <PageBody>
        <EmptyState
          icon={<FileText aria-hidden />}
          title="There is nothing to report yet"
          actions={<ToCanvas />}
        >
          Import files or draw first. The report then tells what the system consists of, what threatens it and
          what was decided.
        </EmptyState>
      </PageBody>
    )
  }
  const report = await viewReport(actor, { id: found.id })
  if (!report.ok) throw new Error(report.sentence)
  const { basis, mermaid, blocks, isCut } = report.value
  const formats = reportFormats.map(({ id, label, extension }) => ({ id, label, extension }))
  return (
    <PageBody>
      <ReportView
        modelId={found.id}
        basis={basis}
        mermaid={mermaid}
        blocks={blocks}
        isCut={isCut}
        formats={formats}
      />
    </PageBody>
  )
}
