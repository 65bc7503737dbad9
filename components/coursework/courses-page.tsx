'use client'

import { useState } from 'react'
import { CourseCardView } from '@/components/coursework/course-card-view'
import { NewCourseDialog } from '@/components/coursework/new-course-dialog'
import { PageBody } from '@/components/shell/page-body'
import { TopBar } from '@/components/shell/top-bar'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { GraduationCap, Plus } from '@/components/ui/icons'
import type { CourseCard } from '@/lib/coursework/views'
import type { Role } from '@/lib/model/protocol'

/** The courses that somebody is enrolled in, each with its assignments. */
export function CoursesPage({ courses, role }: { courses: readonly CourseCard[]; role: Role }) {
  const [isNaming, setNaming] = useState(false)
  const canCreate = role === 'owner' || role === 'editor'
  const button = canCreate ? (
    <Button variant="primary" onClick={() => setNaming(true)}>
      <Plus aria-hidden />
      New course
    </Button>
  ) : null
  return (
    <>
      <TopBar crumbs={[{ label: 'Coursework' }]} />
      <PageBody className="px-4 py-5 md:px-6">
        {courses.length > 0 ? (
          <div className="mx-auto max-w-5xl">
            <div className="mb-4 flex justify-end">{button}</div>
            <ul className="grid gap-3">
              {courses.map((course) => (
                <li key={course.id}>
                  <CourseCardView course={course} />
                </li>
              ))}
            </ul>
          </div>
        ) : (
          <EmptyState icon={<GraduationCap aria-hidden />} title="No courses yet" actions={button}>
            {canCreate
              ? 'A course holds students, assignments and those who review. Make one, then take in what was handed in.'
              : 'A course that you are enrolled in is listed here. Open the link that its instructor sent you.'}
          </EmptyState>
        )}
      </PageBody>
      <NewCourseDialog isOpen={isNaming} onOpenChange={setNaming} />
    </>
  )
}
