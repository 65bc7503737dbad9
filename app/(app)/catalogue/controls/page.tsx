import type { Metadata } from 'next'
import { loadCatalogue } from '@/app/(app)/catalogue/load-catalogue'
import { CatalogueFrame } from '@/components/catalogue/catalogue-frame'
import { controlFrames } from '@/components/catalogue/control-frames'
import { ControlsView } from '@/components/catalogue/controls-view'
import { PageBody } from '@/components/shell/page-body'

export const metadata: Metadata = { title: 'Controls · Catalogue' }

export default async function Page() {
  const { catalogue } = await loadCatalogue()
  return (
    <>
      <CatalogueFrame page="Controls" />
      <PageBody>
        <ControlsView {...controlFrames(catalogue)} />
      </PageBody>
    </>
  )
}
