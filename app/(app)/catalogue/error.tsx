'use client'

import { CatalogueFrame } from '@/components/catalogue/catalogue-frame'
import { PageBody } from '@/components/shell/page-body'
import { PageProblem } from '@/components/shell/page-problem'

/** A page of the catalogue failed: the way to the others stays. */
export default function ErrorPage(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <>
      <CatalogueFrame />
      <PageBody>
        <PageProblem {...props} />
      </PageBody>
    </>
  )
}
