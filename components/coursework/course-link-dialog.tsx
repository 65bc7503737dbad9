'use client'

import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { useSubmit } from '@/components/accounts/use-submit'
import { courseRoles } from '@/components/coursework/course-roles'
import { ShownLink } from '@/components/people/shown-link'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { inviteToCourseAction } from '@/lib/actions/coursework'
import type { CourseRole } from '@/lib/coursework/course-role'

type CourseLinkDialogProps = {
  courseId: string
  origin: string
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

const reach: Readonly<Record<CourseRole, string>> = {
  student: 'Everybody who has the link can join until it expires.',
  marker: 'The link is good for one person.',
  instructor: 'The link is good for one person.',
}

/** Makes a link into a course for a role, and shows it once. */
export function CourseLinkDialog({ courseId, origin, isOpen, onOpenChange }: CourseLinkDialogProps) {
  const router = useRouter()
  const formId = useId()
  const [link, setLink] = useState<string>()
  const [role, setRole] = useState<CourseRole>('student')
  const { submit, isPending, problem } = useSubmit(inviteToCourseAction, ({ path }) => {
    setLink(`${origin}${path}`)
    router.refresh()
  })
  const close = (open: boolean) => {
    if (!open) setLink(undefined)
    onOpenChange(open)
  }
  return (
    <Dialog
      title={link ? 'The link is ready' : 'Make a link into the course'}
      isOpen={isOpen}
      onOpenChange={close}
      size="sm"
      footer={
        link ? (
          <Button variant="primary" onClick={() => close(false)}>
            Done
          </Button>
        ) : (
          <>
            <Button onClick={() => close(false)}>Cancel</Button>
            <Button type="submit" form={formId} variant="primary" isPending={isPending}>
              Make the link
            </Button>
          </>
        )
      }
    >
      {link ? (
        <ShownLink link={link} label="Link into the course">
          {reach[role]} It is shown only now, so copy it, and send it in a way that you trust.
        </ShownLink>
      ) : (
        <form
          id={formId}
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault()
            submit({ courseId, role, days: Number(new FormData(event.currentTarget).get('days')) })
          }}
        >
          {problem ? <Callout tone="danger">{problem.sentence}</Callout> : null}
          <Field label="Place" hint={reach[role]}>
            <Select value={role} onChange={(event) => setRole(event.target.value as CourseRole)}>
              {(['student', 'marker', 'instructor'] as const).map((each) => (
                <option key={each} value={each}>
                  {courseRoles[each].label}
                </option>
              ))}
            </Select>
          </Field>
          <Field label="Good for">
            <Select name="days" defaultValue="14">
              <option value="1">1 day</option>
              <option value="14">14 days</option>
              <option value="60">60 days</option>
              <option value="120">120 days</option>
            </Select>
          </Field>
        </form>
      )}
    </Dialog>
  )
}
