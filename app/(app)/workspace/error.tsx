'use client'

import { PageProblem } from '@/components/shell/page-problem'

/** A page about people failed: its frame stays. */
export default function ErrorPage(props: { error: Error & { digest?: string }; reset: () => void }) {
  return <PageProblem {...props} />
}
