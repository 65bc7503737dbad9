'use client'

import { useRouter } from 'next/navigation'
import { useSubmit } from '@/components/accounts/use-submit'
import { courseRoles } from '@/components/coursework/course-roles'
import { Rows, Section } from '@/components/people/workspace-frame'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { enrolPersonAction, removeEnrolmentAction } from '@/lib/actions/coursework'
import type { CoursePeople } from '@/lib/coursework/views'

/** Instructors and markers, and enrolling those who have an account here. */
export function StaffSection({ people, ownId }: { people: CoursePeople; ownId: string }) {
  const router = useRouter()
  const enrol = useSubmit(enrolPersonAction, () => router.refresh())
  const remove = useSubmit(removeEnrolmentAction, () => router.refresh())
  const problem = enrol.problem ?? remove.problem
  const instructors = people.staff.filter(({ role }) => role === 'instructor').length
  return (
    <Section title="Who teaches and marks">
      {problem ? (
        <Callout tone="danger" className="mb-3">
          {problem.sentence}
        </Callout>
      ) : null}
      <Rows label="Who teaches and marks">
        {people.staff.map((person) => (
          <li key={person.userId} className="flex min-h-11 items-center gap-3 px-3 py-1.5">
            <span className="min-w-0 flex-1 truncate font-medium">
              {person.name}
              {person.userId === ownId ? <span className="font-normal text-ink-muted"> (you)</span> : null}
            </span>
            <Badge>{courseRoles[person.role].label}</Badge>
            {person.role === 'instructor' && instructors === 1 ? null : (
              <Button
                size="sm"
                variant="ghost"
                aria-label={`Remove ${person.name}`}
                isPending={remove.isPending}
                onClick={() => remove.submit({ courseId: people.id, userId: person.userId })}
              >
                Remove
              </Button>
            )}
          </li>
        ))}
      </Rows>
      <form
        className="mt-3 flex flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          const form = new FormData(event.currentTarget)
          const role = form.get('role') === 'instructor' ? 'instructor' : 'marker'
          enrol.submit({ courseId: people.id, userName: String(form.get('name')).trim(), role })
        }}
      >
        <Field label="Name that they sign in with" className="w-64 max-sm:w-full">
          <Input name="name" required maxLength={100} autoComplete="off" autoCapitalize="none" />
        </Field>
        <Field label="Place" className="w-36">
          <Select name="role" defaultValue="marker">
            <option value="marker">Marker</option>
            <option value="instructor">Instructor</option>
          </Select>
        </Field>
        <Button type="submit" isPending={enrol.isPending}>
          Enrol
        </Button>
      </form>
    </Section>
  )
}
