'use client'

import Link from 'next/link'
import { useState } from 'react'
import { courseRoles } from '@/components/coursework/course-roles'
import { NewAssignmentDialog } from '@/components/coursework/new-assignment-dialog'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { Plus, Users } from '@/components/ui/icons'
import type { CourseCard } from '@/lib/coursework/views'

/** One course: its name, my place in it, its assignments. */
export function CourseCardView({ course }: { course: CourseCard }) {
  const [isNaming, setNaming] = useState(false)
  const isInstructor = course.role === 'instructor'
  return (
    <section aria-label={course.name} className="rounded-lg border border-line bg-surface">
      <div className="flex flex-wrap items-center gap-2 border-line border-b px-4 py-3">
        <h2 className="min-w-0 font-semibold text-base [overflow-wrap:anywhere]">{course.name}</h2>
        <Badge>{courseRoles[course.role].label}</Badge>
        {course.role === 'student' ? null : (
          <span className="tabular text-ink-muted text-xs">
            {course.students === 1 ? '1 student' : `${course.students} students`}
          </span>
        )}
        {isInstructor ? (
          <div className="ml-auto flex flex-wrap gap-2">
            <ButtonLink size="sm" href={`/coursework/${course.id}/people`}>
              <Users aria-hidden />
              People
            </ButtonLink>
            <Button size="sm" onClick={() => setNaming(true)}>
              <Plus aria-hidden />
              New assignment
            </Button>
          </div>
        ) : null}
      </div>
      {course.assignments.length === 0 ? (
        <p className="px-4 py-4 text-ink-muted">There is no assignment in this course yet.</p>
      ) : (
        <ul className="divide-y divide-line">
          {course.assignments.map((one) => (
            <li key={one.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-1.5">
              <Link
                href={`/coursework/${course.id}/${one.id}`}
                className="rounded-sm py-1 font-medium text-accent hover:underline [overflow-wrap:anywhere]"
              >
                {one.name}
              </Link>
              {one.dueAt ? (
                <span className="text-ink-muted text-xs">Due {one.dueAt.slice(0, 10)}</span>
              ) : null}
              {one.isReleased ? <Badge tone="success">Marks released</Badge> : null}
            </li>
          ))}
        </ul>
      )}
      <NewAssignmentDialog courseId={course.id} isOpen={isNaming} onOpenChange={setNaming} />
    </section>
  )
}
