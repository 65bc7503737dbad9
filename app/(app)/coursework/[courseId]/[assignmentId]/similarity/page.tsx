import type { Metadata } from 'next'
import { assignmentOf, assignmentTitle, orNotFound } from '@/app/(app)/coursework/load-page'
import { SimilarityPage } from '@/components/coursework/similarity-page'
import { compareWorks } from '@/lib/services/coursework/compare-works'

type Props = { params: Promise<{ courseId: string; assignmentId: string }> }

export const generateMetadata = (props: Props): Promise<Metadata> => assignmentTitle(props, 'Similarity')

export default async function Page(props: Props) {
  const { actor, assignment } = await assignmentOf(props)
  const view = orNotFound(await compareWorks(actor, { assignmentId: assignment.id }))
  return <SimilarityPage view={view} base={`/coursework/${assignment.courseId}/${assignment.id}`} />
}
