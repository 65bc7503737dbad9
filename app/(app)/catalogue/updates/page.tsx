import type { Metadata } from 'next'
import { loadCatalogue } from '@/app/(app)/catalogue/load-catalogue'
import { CatalogueFrame } from '@/components/catalogue/catalogue-frame'
import { UpdatesPage } from '@/components/own-catalogue/updates-page'
import { PageBody } from '@/components/shell/page-body'
import { moveToCatalogueAction } from '@/lib/actions/catalogue'
import { listUpdates } from '@/lib/services/list-updates'

export const metadata: Metadata = { title: 'Updates · Catalogue' }

export default async function Page() {
  const { actor, canEdit } = await loadCatalogue()
  const result = await listUpdates(actor)
  if (!result.ok) throw new Error(result.sentence)
  return (
    <>
      <CatalogueFrame page="Updates" />
      <PageBody>
        <UpdatesPage updates={result.value} canMove={canEdit} moveModels={moveToCatalogueAction} />
      </PageBody>
    </>
  )
}
