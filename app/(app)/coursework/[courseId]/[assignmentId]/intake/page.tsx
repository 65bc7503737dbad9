import type { Metadata } from 'next'
import { assignmentOf, assignmentTitle, orNotFound } from '@/app/(app)/coursework/load-page'
import { IntakePage } from '@/components/coursework/intake-page'
import { listIntake } from '@/lib/services/coursework/list-intake'

type Props = { params: Promise<{ courseId: string; assignmentId: string }> }

export const generateMetadata = (props: Props): Promise<Metadata> => assignmentTitle(props, 'Intake')

export default async function Page(props: Props) {
  const { actor, assignment } = await assignmentOf(props)
  const intake = orNotFound(await listIntake(actor, { assignmentId: assignment.id }))
  const base = `/coursework/${assignment.courseId}/${assignment.id}`
  return <IntakePage assignmentId={assignment.id} base={base} intake={intake} />
}
