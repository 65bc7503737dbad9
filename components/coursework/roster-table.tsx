'use client'

import { useRouter } from 'next/navigation'
import { useMemo, useState } from 'react'
import { useSubmit } from '@/components/accounts/use-submit'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { SearchInput } from '@/components/ui/search-input'
import { removeEnrolmentAction } from '@/lib/actions/coursework'
import type { CoursePeople } from '@/lib/coursework/views'

type Student = CoursePeople['students'][number]

/** Rows that are drawn at once: a roster may hold thousands. */
const PAGE = 100
const heads = ['Name', 'Identifier', 'Mail', 'Account'] as const

/** The roster: who is on it, and who of them signs in here. */
export function RosterTable({ courseId, students }: { courseId: string; students: readonly Student[] }) {
  const router = useRouter()
  const [typed, setTyped] = useState('')
  const [shown, setShown] = useState(PAGE)
  const remove = useSubmit(removeEnrolmentAction, () => router.refresh())
  const found = useMemo(() => {
    const wanted = typed.trim().toLowerCase()
    return students.filter(({ name, identifier, email }) =>
      `${name} ${identifier ?? ''} ${email}`.toLowerCase().includes(wanted),
    )
  }, [students, typed])
  if (students.length === 0)
    return (
      <p className="mt-4 text-ink-muted">
        The roster is empty. Read a list, send the link for students, or let an intake add them.
      </p>
    )
  return (
    <>
      {students.length > 10 ? (
        <SearchInput
          label="Find a student"
          value={typed}
          onValueChange={setTyped}
          className="mt-4 max-w-72"
        />
      ) : null}
      {remove.problem ? (
        <Callout tone="danger" className="mt-3">
          {remove.problem.sentence}
        </Callout>
      ) : null}
      <section
        aria-label="Roster"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, by keyboard as well.
        tabIndex={0}
        className="mt-3 overflow-x-auto rounded-lg border border-line bg-surface"
      >
        <table className="w-full text-left text-sm">
          <thead className="border-line border-b text-ink-muted text-xs">
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col" className="px-3 py-2 font-medium">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {found.slice(0, shown).map((student) => (
              <tr key={student.id}>
                <td className="px-3 py-1.5">{student.name}</td>
                <td className="px-3 py-1.5">
                  {student.identifier === null ? (
                    <span className="text-ink-muted">Joined by link</span>
                  ) : (
                    <span className="font-mono text-xs">{student.identifier}</span>
                  )}
                </td>
                <td className="px-3 py-1.5 text-ink-muted">{student.email}</td>
                <td className="whitespace-nowrap px-3 py-1">
                  <Account
                    student={student}
                    isPending={remove.isPending}
                    onRemove={(userId) => remove.submit({ courseId, userId })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {found.length > shown ? (
        <Button className="mt-3" onClick={() => setShown(shown + 5 * PAGE)}>
          Show more ({found.length - shown} are left)
        </Button>
      ) : null}
      {found.length === 0 ? <p className="mt-3 text-ink-muted">Nobody is called so.</p> : null}
    </>
  )
}

type AccountProps = { student: Student; isPending: boolean; onRemove: (userId: string) => void }

function Account({ student, isPending, onRemove }: AccountProps) {
  const { userId, isEnrolled, name } = student
  if (userId === null) return <span className="text-ink-muted">None yet</span>
  if (!isEnrolled) return <Badge>Removed</Badge>
  return (
    <span className="flex items-center gap-2">
      <Badge tone="success">Enrolled</Badge>
      <Button
        size="sm"
        variant="ghost"
        aria-label={`Remove ${name}`}
        isPending={isPending}
        onClick={() => onRemove(userId)}
      >
        Remove
      </Button>
    </span>
  )
}
