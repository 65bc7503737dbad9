'use client'

import { CourseLinks } from '@/components/coursework/course-links'
import { StaffSection } from '@/components/coursework/staff-section'
import { StudentSection } from '@/components/coursework/student-section'
import { PageBody } from '@/components/shell/page-body'
import { TopBar } from '@/components/shell/top-bar'
import type { CoursePeople } from '@/lib/coursework/views'

type PeoplePageProps = { people: CoursePeople; ownId: string; origin: string; now: string }

/** Who teaches, who marks, the ways in, and the students of a course. */
export function PeoplePage({ people, ownId, origin, now }: PeoplePageProps) {
  return (
    <>
      <TopBar crumbs={[{ label: 'Coursework', href: '/coursework' }, { label: people.name }]} />
      <PageBody className="px-4 py-5 md:px-6">
        <div className="mx-auto flex max-w-4xl flex-col gap-8">
          <StaffSection people={people} ownId={ownId} />
          <CourseLinks people={people} origin={origin} now={now} />
          <StudentSection people={people} />
        </div>
      </PageBody>
    </>
  )
}
