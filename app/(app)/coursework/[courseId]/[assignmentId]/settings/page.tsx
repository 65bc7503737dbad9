import type { Metadata } from 'next'
import { assignmentOf, assignmentTitle, orNotFound } from '@/app/(app)/coursework/load-page'
import { SettingsPage } from '@/components/coursework/settings-page'
import { listComments } from '@/lib/services/coursework/list-comments'

type Props = { params: Promise<{ courseId: string; assignmentId: string }> }

export const generateMetadata = (props: Props): Promise<Metadata> => assignmentTitle(props, 'Settings')

export default async function Page(props: Props) {
  const { actor, assignment } = await assignmentOf(props)
  const comments = orNotFound(await listComments(actor, { assignmentId: assignment.id }))
  return <SettingsPage assignment={assignment} comments={comments} />
}
