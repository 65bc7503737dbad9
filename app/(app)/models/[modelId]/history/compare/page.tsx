import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { loadPage, titleOf } from '@/app/(app)/models/[modelId]/load-page'
import { CompareView } from '@/components/history/compare-view'
import { PageBody } from '@/components/shell/page-body'
import { compareVersions, Input } from '@/lib/services/compare-versions'

type Props = {
  params: Promise<{ modelId: string }>
  searchParams: Promise<{ from?: string | string[]; to?: string | string[] }>
}

export const generateMetadata = (props: Props): Promise<Metadata> => titleOf(props, 'Compare')

export default async function Page({ params, searchParams }: Props) {
  const { actor, found } = await loadPage(decodeURIComponent((await params).modelId))
  const { from, to } = await searchParams
  const input = Input.safeParse({ id: found.id, from, to })
  const comparison = input.success ? await compareVersions(actor, input.data) : undefined
  if (!comparison?.ok) notFound()
  return (
    <PageBody>
      <CompareView modelId={found.id} comparison={comparison.value} />
    </PageBody>
  )
}
