import type { Metadata } from 'next'
import { titleOf } from '@/app/(app)/models/[modelId]/load-page'
import { FindingsWorkbench } from '@/components/findings/findings-workbench'
import { PageBody } from '@/components/shell/page-body'

type Props = { params: Promise<{ modelId: string }> }

export const generateMetadata = (props: Props): Promise<Metadata> => titleOf(props, 'Findings')

export default function Page() {
  return (
    <PageBody fill>
      <FindingsWorkbench />
    </PageBody>
  )
}
