'use client'

import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { assignmentTabs } from '@/components/coursework/assignment-tabs'
import { TopBar } from '@/components/shell/top-bar'
import { Badge } from '@/components/ui/badge'
import { LinkTabs } from '@/components/ui/link-tabs'
import type { CourseRole } from '@/lib/coursework/course-role'

type Props = {
  assignment: {
    id: string
    name: string
    courseId: string
    courseName: string
    role: CourseRole
    isReleased: boolean
    isAnonymous: boolean
  }
  children: ReactNode
}

/** Top bar and tabs of an assignment. The review screen has the page to itself. */
export function AssignmentFrame({ assignment, children }: Props) {
  const { id, name, courseId, role, isReleased, isAnonymous } = assignment
  const path = usePathname()
  if (path.includes('/review/')) return children
  return (
    <>
      <TopBar crumbs={[{ label: 'Coursework', href: '/coursework' }, { label: name }]} />
      <div className="flex h-10 shrink-0 items-center gap-2 border-line border-b bg-surface px-2 md:px-3 print:hidden">
        <LinkTabs label="Parts of the assignment" tabs={assignmentTabs(courseId, id, role)} />
        <div className="ml-auto flex items-center gap-2 max-md:hidden">
          {isAnonymous && !isReleased && role !== 'student' ? <Badge>Without names</Badge> : null}
          {isReleased ? <Badge tone="success">Marks released</Badge> : null}
        </div>
      </div>
      {children}
    </>
  )
}
