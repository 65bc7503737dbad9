'use client'

import { PageBody } from '@/components/shell/page-body'
import { PageProblem } from '@/components/shell/page-problem'

/** A page of a model failed: its frame stays, with what was not saved yet. */
export default function ErrorPage(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <PageBody>
      <PageProblem {...props} />
    </PageBody>
  )
}
