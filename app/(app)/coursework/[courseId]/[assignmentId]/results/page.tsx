import type { Metadata } from 'next'
import { assignmentOf, assignmentTitle, orNotFound } from '@/app/(app)/coursework/load-page'
import { ResultsPage } from '@/components/coursework/results-page'
import { getCohort } from '@/lib/services/coursework/get-cohort'

type Props = { params: Promise<{ courseId: string; assignmentId: string }> }

export const generateMetadata = (props: Props): Promise<Metadata> => assignmentTitle(props, 'Results')

export default async function Page(props: Props) {
  const { actor, assignment } = await assignmentOf(props)
  const cohort = orNotFound(await getCohort(actor, { assignmentId: assignment.id }))
  return <ResultsPage assignment={assignment} cohort={cohort} />
}
