import type { Metadata } from 'next'
import { loadPage, titleOf } from '@/app/(app)/models/[modelId]/load-page'
import { HistoryView } from '@/components/history/history-view'
import { PageBody } from '@/components/shell/page-body'
import { listHistory } from '@/lib/services/list-history'
import { listVersions } from '@/lib/services/list-versions'

type Props = { params: Promise<{ modelId: string }> }

export const generateMetadata = (props: Props): Promise<Metadata> => titleOf(props, 'History')

export default async function Page({ params }: Props) {
  const { actor, found } = await loadPage(decodeURIComponent((await params).modelId))
  const history = await listHistory(actor, { id: found.id })
  if (!history.ok) throw new Error(history.sentence)
  const versions = await listVersions(actor, { id: found.id })
  if (!versions.ok) throw new Error(versions.sentence)
  return (
    <PageBody>
      <HistoryView
        modelId={found.id}
        history={history.value}
        versions={versions.value}
        now={new Date().toISOString()}
      />
    </PageBody>
  )
}
