'use client'

import { useState } from 'react'
import { CourseLinkDialog } from '@/components/coursework/course-link-dialog'
import { courseRoles } from '@/components/coursework/course-roles'
import { useCommand } from '@/components/people/use-command'
import { Rows, Section } from '@/components/people/workspace-frame'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Link2 } from '@/components/ui/icons'
import { Time } from '@/components/ui/time'
import { revokeCourseInviteAction } from '@/lib/actions/coursework'
import type { CoursePeople } from '@/lib/coursework/views'

type CourseLinksProps = { people: CoursePeople; origin: string; now: string }

/** The links by which people come into a course: one a role, and those of single students. */
export function CourseLinks({ people, origin, now }: CourseLinksProps) {
  const [isMaking, setMaking] = useState(false)
  const { run, isPending } = useCommand()
  const takeBack = (inviteId: string) =>
    run(
      () => revokeCourseInviteAction({ courseId: people.id, inviteId }),
      'Taken back. The link no longer works.',
    )
  return (
    <Section
      title="Links into the course"
      lead="Whoever opens one joins with the account they have, or makes one. A new link of a role takes the place of the one before."
      action={
        <Button onClick={() => setMaking(true)}>
          <Link2 aria-hidden />
          Make a link
        </Button>
      }
    >
      {people.links.length === 0 && people.ownLinks === 0 ? (
        <div className="rounded-lg border border-line-strong border-dashed">
          <EmptyState title="No link leads in now" level={3}>
            Make one for your students and send it to all of them, or read a list of students and give each
            their own.
          </EmptyState>
        </div>
      ) : (
        <Rows label="Links into the course">
          {people.links.map(({ id, role, invitedBy, expiresAt, usedCount }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
              <div className="min-w-0 flex-1 basis-52">
                <p className="font-medium">
                  {role === 'student'
                    ? 'For all students'
                    : `For one ${courseRoles[role].label.toLowerCase()}`}
                </p>
                <p className="tabular text-ink-muted text-xs">
                  By {invitedBy}, good until <Time at={expiresAt} now={now} />
                  {role === 'student' ? `, ${usesOf(usedCount)}` : ''}
                </p>
              </div>
              <Button
                size="sm"
                isPending={isPending}
                aria-label={`Take back the link of a ${courseRoles[role].label.toLowerCase()}`}
                onClick={() => takeBack(id)}
              >
                Take back
              </Button>
            </li>
          ))}
          {people.ownLinks > 0 ? (
            <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
              <div className="min-w-0 flex-1 basis-52">
                <p className="font-medium">For single students</p>
                <p className="tabular text-ink-muted text-xs">
                  {people.ownLinks === 1 ? '1 is not used yet' : `${people.ownLinks} are not used yet`}
                </p>
              </div>
              <Button
                size="sm"
                isPending={isPending}
                aria-label="Take back the links of single students"
                onClick={() => takeBack('students')}
              >
                Take back
              </Button>
            </li>
          ) : null}
        </Rows>
      )}
      <CourseLinkDialog courseId={people.id} origin={origin} isOpen={isMaking} onOpenChange={setMaking} />
    </Section>
  )
}

function usesOf(count: number): string {
  if (count === 0) return 'not used yet'
  return count === 1 ? 'used once' : `used ${count} times`
}
