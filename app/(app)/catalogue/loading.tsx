import { CatalogueFrame } from '@/components/catalogue/catalogue-frame'
import { PageSkeleton } from '@/components/models/model-skeleton'
import { PageBody } from '@/components/shell/page-body'

export default function LoadingPage() {
  return (
    <>
      <CatalogueFrame />
      <PageBody fill isBusy>
        <PageSkeleton />
      </PageBody>
    </>
  )
}
