import type { Metadata } from 'next'
import { titleOf } from '@/app/(app)/models/[modelId]/load-page'
import { QuestionsPage } from '@/components/insight/questions-page'
import { PageBody } from '@/components/shell/page-body'

type Props = { params: Promise<{ modelId: string }> }

export const generateMetadata = (props: Props): Promise<Metadata> => titleOf(props, 'Questions')

export default function Page() {
  return (
    <PageBody>
      <QuestionsPage />
    </PageBody>
  )
}
