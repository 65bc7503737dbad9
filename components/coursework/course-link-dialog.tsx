'use client'

import { useState } from 'react'
import { courseRoles } from '@/components/coursework/course-roles'
import { LinkDialog } from '@/components/people/link-dialog'
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

/** Makes a link into a course for a role. */
export function CourseLinkDialog({ courseId, ...props }: CourseLinkDialogProps) {
  const [role, setRole] = useState<CourseRole>('student')
  return (
    <LinkDialog
      {...props}
      title="Make a link into the course"
      label="Link into the course"
      about={`${reach[role]} It is shown only now, so copy it, and send it in a way that you trust.`}
      make={inviteToCourseAction}
      inputOf={(data) => ({ courseId, role, days: Number(data.get('days')) })}
    >
      {() => (
        <>
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
        </>
      )}
    </LinkDialog>
  )
}
