import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { assignmentOf, assignmentTitle, orNotFound } from '@/app/(app)/coursework/load-page'
import { ReviewScreen } from '@/components/coursework/review/review-screen'
import { Input, openReview } from '@/lib/services/coursework/open-review'

type Props = { params: Promise<{ courseId: string; assignmentId: string; workId: string }> }

export const generateMetadata = (props: Props): Promise<Metadata> => assignmentTitle(props, 'Review')

export default async function Page(props: Props) {
  const { actor, assignment } = await assignmentOf(props)
  const input = Input.safeParse({ workId: decodeURIComponent((await props.params).workId) })
  if (!input.success) notFound()
  const view = orNotFound(await openReview(actor, input.data))
  if (view.assignmentId !== assignment.id) notFound()
  return <ReviewScreen key={view.workId} view={view} />
}
