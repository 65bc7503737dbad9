import type { ReactNode } from 'react'
import { loadAssignment } from '@/app/(app)/coursework/load-page'
import { AssignmentFrame } from '@/components/coursework/assignment-frame'

export default async function Layout({
  params,
  children,
}: {
  params: Promise<{ courseId: string; assignmentId: string }>
  children: ReactNode
}) {
  const { courseId, assignmentId } = await params
  const { assignment } = await loadAssignment(decodeURIComponent(courseId), decodeURIComponent(assignmentId))
  const { id, name, courseName, role, releasedAt, isAnonymous } = assignment
  return (
    <AssignmentFrame
      assignment={{
        id,
        name,
        courseId: assignment.courseId,
        courseName,
        role,
        isReleased: releasedAt !== null,
        isAnonymous,
      }}
    >
      {children}
    </AssignmentFrame>
  )
}
