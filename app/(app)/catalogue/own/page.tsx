import type { Metadata } from 'next'
import { loadCatalogue } from '@/app/(app)/catalogue/load-catalogue'
import { CatalogueFrame } from '@/components/catalogue/catalogue-frame'
import { OwnPage } from '@/components/own-catalogue/own-page'
import { PageBody } from '@/components/shell/page-body'
import { saveOwnEntryAction } from '@/lib/actions/catalogue'

export const metadata: Metadata = { title: 'Own entries · Catalogue' }

export default async function Page() {
  const { base, own, version, canEdit, stale } = await loadCatalogue()
  const disabled = own.disabled.map((id) => ({ id, title: base.threats.get(id)?.title ?? id }))
  return (
    <>
      <CatalogueFrame page="Own entries" />
      <PageBody>
        <OwnPage
          own={own}
          disabled={disabled}
          version={version}
          canEdit={canEdit}
          stale={stale}
          saveOwn={saveOwnEntryAction}
        />
      </PageBody>
    </>
  )
}
