'use client'

import { useRouter } from 'next/navigation'
import { useSubmit } from '@/components/accounts/use-submit'
import { RosterImport } from '@/components/coursework/roster-import'
import { PageBody } from '@/components/shell/page-body'
import { TopBar } from '@/components/shell/top-bar'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { enrolPersonAction, removeEnrolmentAction } from '@/lib/actions/coursework'
import type { CoursePeople } from '@/lib/coursework/views'

/** Who teaches, who marks, and the students of a course. */
export function PeoplePage({ people, ownId }: { people: CoursePeople; ownId: string }) {
  const router = useRouter()
  const enrol = useSubmit(enrolPersonAction, () => router.refresh())
  const remove = useSubmit(removeEnrolmentAction, () => router.refresh())
  const problem = enrol.problem ?? remove.problem
  return (
    <>
      <TopBar crumbs={[{ label: 'Coursework', href: '/coursework' }, { label: people.name }]} />
      <PageBody className="px-4 py-5 md:px-6">
        <div className="mx-auto flex max-w-4xl flex-col gap-8">
          <section aria-labelledby="staff">
            <h2 id="staff" className="mb-3 font-semibold text-lg">
              Who teaches and marks
            </h2>
            {problem ? (
              <Callout tone="danger" className="mb-3">
                {problem.sentence}
              </Callout>
            ) : null}
            <ul className="mb-4 divide-y divide-line rounded-lg border border-line bg-surface">
              {people.staff.map((person) => (
                <li key={person.userId} className="flex min-h-11 items-center gap-3 px-4 py-1.5">
                  <span className="min-w-0 flex-1 truncate">
                    {person.name}
                    {person.userId === ownId ? <span className="text-ink-muted"> (you)</span> : null}
                  </span>
                  <Badge>{person.role === 'instructor' ? 'Instructor' : 'Marker'}</Badge>
                  <Button
                    size="sm"
                    variant="ghost"
                    aria-label={`Remove ${person.name}`}
                    isPending={remove.isPending}
                    onClick={() => remove.submit({ courseId: people.id, userId: person.userId })}
                  >
                    Remove
                  </Button>
                </li>
              ))}
            </ul>
            <form
              className="flex flex-wrap items-end gap-2"
              onSubmit={(event) => {
                event.preventDefault()
                const form = new FormData(event.currentTarget)
                const role = form.get('role') === 'instructor' ? 'instructor' : 'marker'
                enrol.submit({ courseId: people.id, userName: String(form.get('name')).trim(), role })
              }}
            >
              <Field label="Name that they sign in with" className="w-64 max-sm:w-full">
                <Input name="name" required maxLength={100} />
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
          </section>
          <section aria-labelledby="roster">
            <h2 id="roster" className="mb-1 font-semibold text-lg">
              Students
            </h2>
            <p className="mb-3 text-ink-muted">
              Files are told apart by identifier, mail address or name. Nobody is removed by reading a list
              again.
            </p>
            <RosterImport courseId={people.id} onDone={() => router.refresh()} />
            <RosterTable students={people.students} />
          </section>
        </div>
      </PageBody>
    </>
  )
}

function RosterTable({ students }: { students: CoursePeople['students'] }) {
  if (students.length === 0)
    return (
      <p className="mt-4 text-ink-muted">The roster is empty. Read a list, or let an intake add students.</p>
    )
  return (
    <section
      aria-label="Roster"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, by keyboard as well.
      tabIndex={0}
      className="mt-4 overflow-x-auto rounded-lg border border-line bg-surface"
    >
      <table className="w-full text-left text-sm">
        <thead className="border-line border-b text-ink-muted text-xs">
          <tr>
            <th scope="col" className="px-4 py-2 font-medium">
              Name
            </th>
            <th scope="col" className="px-4 py-2 font-medium">
              Identifier
            </th>
            <th scope="col" className="px-4 py-2 font-medium">
              Mail
            </th>
            <th scope="col" className="px-4 py-2 font-medium">
              Account
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {students.map((student) => (
            <tr key={student.id}>
              <td className="px-4 py-1.5">{student.name}</td>
              <td className="px-4 py-1.5 font-mono text-xs">{student.identifier}</td>
              <td className="px-4 py-1.5 text-ink-muted">{student.email}</td>
              <td className="px-4 py-1.5 text-ink-muted">{student.hasAccount ? 'Yes' : 'No'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
