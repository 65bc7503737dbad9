'use client'

import { PageBody } from '@/components/shell/page-body'
import { PageProblem } from '@/components/shell/page-problem'
import { TopBar } from '@/components/shell/top-bar'

export default function ErrorPage(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <>
      <TopBar crumbs={[{ label: 'Coursework', href: '/coursework' }, { label: 'Problem' }]} />
      <PageBody>
        <PageProblem {...props} />
      </PageBody>
    </>
  )
}
