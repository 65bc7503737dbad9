'use client'

import { useRouter } from 'next/navigation'
import { useSubmit } from '@/components/accounts/use-submit'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { FormDialog, textOf } from '@/components/ui/form-dialog'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { createAssignmentAction } from '@/lib/actions/coursework'

type Props = { courseId: string; isOpen: boolean; onOpenChange: (isOpen: boolean) => void }

/** A new assignment: from the exercise that ships, or with an empty rubric. */
export function NewAssignmentDialog({ courseId, isOpen, onOpenChange }: Props) {
  const router = useRouter()
  const { submit, isPending, problem } = useSubmit(createAssignmentAction, ({ id }) => {
    onOpenChange(false)
    router.push(`/coursework/${courseId}/${id}/intake`)
  })
  return (
    <FormDialog
      title="New assignment"
      action="Create assignment"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isPending={isPending}
      problem={problem?.sentence}
      onSubmit={(data) => {
        const name = textOf(data, 'name')
        const due = textOf(data, 'due')
        submit({
          courseId,
          ...(name ? { name } : {}),
          from: data.get('from') === 'empty' ? 'empty' : 'hardening',
          isAnonymous: data.get('anonymous') === 'on',
          hasSecondMarker: data.get('second') === 'on',
          dueAt: due ? new Date(`${due}T23:59:59.000Z`).toISOString() : null,
        })
      }}
    >
      <Field label="Rubric to begin with" hint="Every criterion can be changed afterwards.">
        <Select name="from" defaultValue="hardening">
          <option value="hardening">Hardened microservices: five threats each, three checks</option>
          <option value="empty">One criterion, to write your own</option>
        </Select>
      </Field>
      <Field label="Name" hint="Leave it empty to take the name of the exercise.">
        <Input name="name" maxLength={200} />
      </Field>
      <Field label="Due day">
        <Input name="due" type="date" />
      </Field>
      <Checkbox
        name="anonymous"
        label="Mark without names"
        hint="Reviewers see an alias until marks are released."
      />
      <Checkbox
        name="second"
        label="Two markers"
        hint="Each marks alone; their agreement is shown afterwards."
      />
    </FormDialog>
  )
}
