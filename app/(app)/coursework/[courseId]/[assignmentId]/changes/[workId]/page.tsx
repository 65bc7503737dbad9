import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { assignmentOf, assignmentTitle, orNotFound } from '@/app/(app)/coursework/load-page'
import { ChangesPage } from '@/components/coursework/changes-page'
import { compareAttempts, Input } from '@/lib/services/coursework/compare-attempts'

type Props = { params: Promise<{ courseId: string; assignmentId: string; workId: string }> }

export const generateMetadata = (props: Props): Promise<Metadata> => assignmentTitle(props, 'What changed')

export default async function Page(props: Props) {
  const { actor, assignment } = await assignmentOf(props)
  const input = Input.safeParse({ workId: decodeURIComponent((await props.params).workId) })
  if (!input.success) notFound()
  const view = orNotFound(await compareAttempts(actor, input.data))
  return <ChangesPage view={view} base={`/coursework/${assignment.courseId}/${assignment.id}`} />
}
