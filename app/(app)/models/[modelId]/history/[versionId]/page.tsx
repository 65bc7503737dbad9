import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { loadPage, titleOf } from '@/app/(app)/models/[modelId]/load-page'
import { VersionView } from '@/components/history/version-view'
import { PageBody } from '@/components/shell/page-body'
import { markdownBlocks } from '@/lib/reports/markdown/render-markdown'
import { reportFormats } from '@/lib/reports/report-formats'
import { getVersion, Input } from '@/lib/services/get-version'

type Props = { params: Promise<{ modelId: string; versionId: string }> }

export const generateMetadata = (props: Props): Promise<Metadata> => titleOf(props, 'Version')

export default async function Page({ params }: Props) {
  const { modelId, versionId } = await params
  const { actor, found } = await loadPage(decodeURIComponent(modelId))
  const input = Input.safeParse({ id: found.id, versionId: decodeURIComponent(versionId) })
  const version = input.success ? await getVersion(actor, input.data) : undefined
  if (!version?.ok) notFound()
  const { report, document: _, ...about } = version.value
  return (
    <PageBody>
      <VersionView
        modelId={found.id}
        version={about}
        blocks={markdownBlocks(report)}
        svg={report.drawing.svg}
        formats={reportFormats.map(({ id, label, extension }) => ({ id, label, extension }))}
        now={new Date().toISOString()}
      />
    </PageBody>
  )
}
