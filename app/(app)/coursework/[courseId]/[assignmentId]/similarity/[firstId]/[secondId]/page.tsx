import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { assignmentOf, assignmentTitle, orNotFound } from '@/app/(app)/coursework/load-page'
import { PairPage } from '@/components/coursework/pair-page'
import { comparePair, Input } from '@/lib/services/coursework/compare-pair'

type Props = {
  params: Promise<{ courseId: string; assignmentId: string; firstId: string; secondId: string }>
}

export const generateMetadata = (props: Props): Promise<Metadata> => assignmentTitle(props, 'Side by side')

export default async function Page(props: Props) {
  const { actor, assignment } = await assignmentOf(props)
  const { firstId, secondId } = await props.params
  const input = Input.safeParse({
    firstId: decodeURIComponent(firstId),
    secondId: decodeURIComponent(secondId),
  })
  if (!input.success) notFound()
  const view = orNotFound(await comparePair(actor, input.data))
  return <PairPage view={view} base={`/coursework/${assignment.courseId}/${assignment.id}`} />
}
