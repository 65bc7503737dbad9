import type { Metadata } from 'next'
import { assignmentOf, assignmentTitle } from '@/app/(app)/coursework/load-page'
import { RubricPage } from '@/components/coursework/rubric-page'

type Props = { params: Promise<{ courseId: string; assignmentId: string }> }

export const generateMetadata = (props: Props): Promise<Metadata> => assignmentTitle(props, 'Rubric')

export default async function Page(props: Props) {
  const { assignment } = await assignmentOf(props)
  return <RubricPage key={assignment.rubricVersion} assignment={assignment} />
}
