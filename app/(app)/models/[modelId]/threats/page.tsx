import type { Metadata } from 'next'
import { titleOf } from '@/app/(app)/models/[modelId]/load-page'
import { PageBody } from '@/components/shell/page-body'
import { ThreatsWorkbench } from '@/components/threats/threats-workbench'

type Props = { params: Promise<{ modelId: string }> }

export const generateMetadata = (props: Props): Promise<Metadata> => titleOf(props, 'Threats')

export default function Page() {
  return (
    <PageBody fill>
      <ThreatsWorkbench />
    </PageBody>
  )
}
