import type { Metadata } from 'next'
import { assignmentOf, assignmentTitle, orNotFound } from '@/app/(app)/coursework/load-page'
import { packWorks } from '@/components/coursework/pack-works'
import { WorksPage } from '@/components/coursework/works-page'
import { listWorks } from '@/lib/services/coursework/list-works'

type Props = { params: Promise<{ courseId: string; assignmentId: string }> }

export const generateMetadata = (props: Props): Promise<Metadata> => assignmentTitle(props, 'Works')

export default async function Page(props: Props) {
  const { actor, assignment } = await assignmentOf(props)
  const works = orNotFound(await listWorks(actor, { assignmentId: assignment.id }))
  return <WorksPage assignment={assignment} packed={packWorks(works)} />
}
