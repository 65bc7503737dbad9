'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useSubmit } from '@/components/accounts/use-submit'
import { RosterImport } from '@/components/coursework/roster-import'
import { RosterTable } from '@/components/coursework/roster-table'
import { Section } from '@/components/people/workspace-frame'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Send } from '@/components/ui/icons'
import { saveBlob } from '@/components/ui/save-blob'
import { inviteStudentsAction } from '@/lib/actions/coursework'
import type { CoursePeople } from '@/lib/coursework/views'

const DAYS = 60

/** The students of a course: reading a list of them, giving each a link of their own, and who they are. */
export function StudentSection({ people }: { people: CoursePeople }) {
  const router = useRouter()
  const [sent, setSent] = useState<number>()
  const invite = useSubmit(inviteStudentsAction, ({ csv, students }) => {
    saveBlob(new Blob([csv], { type: 'text/csv;charset=utf-8' }), 'course-links.csv')
    setSent(students)
    router.refresh()
  })
  const waiting = people.students.filter(({ userId }) => userId === null).length
  return (
    <Section
      title={people.students.length === 1 ? '1 student' : `${people.students.length} students`}
      lead="Files are told apart by identifier, mail address or name. Nobody is removed by reading a list again."
    >
      <RosterImport courseId={people.id} onDone={() => router.refresh()}>
        {waiting > 0 ? (
          <Button
            isPending={invite.isPending}
            onClick={() => invite.submit({ courseId: people.id, days: DAYS })}
          >
            <Send aria-hidden />
            {waiting === 1 ? 'Save a link for 1 student' : `Save links for ${waiting} students`}
          </Button>
        ) : null}
      </RosterImport>
      {invite.problem ? (
        <Callout tone="danger" className="mt-3">
          {invite.problem.sentence}
        </Callout>
      ) : null}
      {sent === undefined ? null : (
        <Callout tone="success" className="mt-3">
          course-links.csv holds {sent === 1 ? 'a link for 1 student' : `a link for each of ${sent} students`}
          , good for {DAYS} days and once. Send each student theirs: what you took in for them is theirs to
          see after release.
        </Callout>
      )}
      <RosterTable courseId={people.id} students={people.students} />
    </Section>
  )
}
