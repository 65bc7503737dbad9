import type { Metadata } from 'next'
import { titleOf } from '@/app/(app)/models/[modelId]/load-page'
import { CoveragePage } from '@/components/insight/coverage-page'
import { PageBody } from '@/components/shell/page-body'

type Props = { params: Promise<{ modelId: string }> }

export const generateMetadata = (props: Props): Promise<Metadata> => titleOf(props, 'Coverage')

export default function Page() {
  return (
    <PageBody>
      <CoveragePage />
    </PageBody>
  )
}
