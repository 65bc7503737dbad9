import type { Metadata } from 'next'
import { titleOf } from '@/app/(app)/models/[modelId]/load-page'
import { ModelControls } from '@/components/insight/model-controls'
import { PageBody } from '@/components/shell/page-body'

type Props = { params: Promise<{ modelId: string }> }

export const generateMetadata = (props: Props): Promise<Metadata> => titleOf(props, 'Controls')

export default function Page() {
  return (
    <PageBody>
      <ModelControls />
    </PageBody>
  )
}
