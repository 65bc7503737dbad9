import type { Metadata } from 'next'
import { titleOf } from '@/app/(app)/models/[modelId]/load-page'
import { FocusPage } from '@/components/insight/focus-page'
import { PageBody } from '@/components/shell/page-body'

type Props = { params: Promise<{ modelId: string }> }

export const generateMetadata = (props: Props): Promise<Metadata> => titleOf(props, 'Focus')

export default function Page() {
  return (
    <PageBody>
      <FocusPage />
    </PageBody>
  )
}
