import { redirect } from 'next/navigation'
import { assignmentOf } from '@/app/(app)/coursework/load-page'

type Props = { params: Promise<{ courseId: string; assignmentId: string }> }

/** Reviewers begin at the list of works, students at their own. */
export default async function Page(props: Props) {
  const { assignment } = await assignmentOf(props)
  redirect(
    `/coursework/${assignment.courseId}/${assignment.id}/${assignment.role === 'student' ? 'mine' : 'works'}`,
  )
}
