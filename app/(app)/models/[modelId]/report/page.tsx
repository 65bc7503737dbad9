import type { Metadata } from 'next'
import { loadPage, titleOf } from '@/app/(app)/models/[modelId]/load-page'
import { ReportView } from '@/components/reports/report-view'
import { PageBody } from '@/components/shell/page-body'
import { EmptyState } from '@/components/ui/empty-state'
import { FileText } from '@/components/ui/icons'
import { openCatalogue } from '@/lib/catalogue/catalogue'
import type { Pack } from '@/lib/catalogue/pack'
import { buildReport } from '@/lib/reports/build-report'
import { markdownBlocks } from '@/lib/reports/markdown/render-markdown'
import { reportFormats } from '@/lib/reports/report-formats'
import { findingsForReport } from '@/lib/services/findings-for-report'
import { getCataloguePack } from '@/lib/services/get-catalogue-pack'

type Props = { params: Promise<{ modelId: string }> }

export const generateMetadata = (props: Props): Promise<Metadata> => titleOf(props, 'Report')

export default async function Page({ params }: Props) {
  const { actor, found } = await loadPage(decodeURIComponent((await params).modelId))
  const { document, seq } = found
  if (Object.keys(document.components).length === 0) {
    return (
      <PageBody>
        <EmptyState icon={<FileText aria-hidden />} title="There is nothing to report yet">
          Import files first. The report then tells what the system consists of, what threatens it and what
          was decided.
        </EmptyState>
      </PageBody>
    )
  }
  const pack = await getCataloguePack(actor, { hash: document.catalogue })
  if (!pack.ok) throw new Error(pack.sentence)
  const catalogue = openCatalogue(JSON.parse(pack.value.text) as Pack)
  const report = buildReport({
    model: document,
    catalogue,
    seq,
    now: new Date().toISOString(),
    findings: await findingsForReport(actor, found.id),
  })
  const formats = reportFormats.map(({ id, label, extension }) => ({ id, label, extension }))
  return (
    <PageBody>
      <ReportView
        modelId={found.id}
        report={{ basis: report.basis, drawing: report.drawing }}
        blocks={markdownBlocks(report)}
        formats={formats}
      />
    </PageBody>
  )
}
