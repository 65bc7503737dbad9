'use client'

import { useRouter } from 'next/navigation'
import { useId } from 'react'
import { useSubmit } from '@/components/accounts/use-submit'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { createAssignmentAction } from '@/lib/actions/coursework'

type Props = { courseId: string; isOpen: boolean; onOpenChange: (isOpen: boolean) => void }

/** A new assignment: from the exercise that ships, or with an empty rubric. */
export function NewAssignmentDialog({ courseId, isOpen, onOpenChange }: Props) {
  const router = useRouter()
  const formId = useId()
  const { submit, isPending, problem } = useSubmit(createAssignmentAction, ({ id }) => {
    onOpenChange(false)
    router.push(`/coursework/${courseId}/${id}/intake`)
  })
  return (
    <Dialog
      title="New assignment"
      size="sm"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" isPending={isPending}>
            Create assignment
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          const form = new FormData(event.currentTarget)
          const name = String(form.get('name')).trim()
          const due = String(form.get('due'))
          submit({
            courseId,
            ...(name ? { name } : {}),
            from: form.get('from') === 'empty' ? 'empty' : 'hardening',
            isAnonymous: form.get('anonymous') === 'on',
            hasSecondMarker: form.get('second') === 'on',
            dueAt: due ? new Date(`${due}T23:59:59.000Z`).toISOString() : null,
          })
        }}
      >
        {problem ? <Callout tone="danger">{problem.sentence}</Callout> : null}
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
      </form>
    </Dialog>
  )
}
