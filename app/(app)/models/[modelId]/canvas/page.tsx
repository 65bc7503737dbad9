import type { Metadata } from 'next'
import { titleOf } from '@/app/(app)/models/[modelId]/load-page'
import { ModelCanvas } from '@/components/canvas/model-canvas'
import { PageBody } from '@/components/shell/page-body'

type Props = { params: Promise<{ modelId: string }> }

export const generateMetadata = (props: Props): Promise<Metadata> => titleOf(props, 'Canvas')

export default function Page() {
  return (
    <PageBody fill>
      <ModelCanvas />
    </PageBody>
  )
}
