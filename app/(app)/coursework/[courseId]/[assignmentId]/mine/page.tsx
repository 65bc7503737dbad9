import type { Metadata } from 'next'
import { assignmentOf, assignmentTitle, orNotFound } from '@/app/(app)/coursework/load-page'
import { OwnWorkPage } from '@/components/coursework/own-work-page'
import { listOwnWorks } from '@/lib/services/coursework/list-own-works'
import { listModels } from '@/lib/services/list-models'

type Props = { params: Promise<{ courseId: string; assignmentId: string }> }

export const generateMetadata = (props: Props): Promise<Metadata> => assignmentTitle(props, 'My work')

export default async function Page(props: Props) {
  const { actor, assignment } = await assignmentOf(props)
  const works = orNotFound(await listOwnWorks(actor, { assignmentId: assignment.id }))
  const models = await listModels(actor)
  const choices = models.ok ? models.value.map(({ id, name }) => ({ id, name })) : []
  return <OwnWorkPage assignment={assignment} works={works} models={choices} />
}
