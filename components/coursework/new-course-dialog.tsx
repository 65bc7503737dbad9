'use client'

import { useRouter } from 'next/navigation'
import { useSubmit } from '@/components/accounts/use-submit'
import { Field } from '@/components/ui/field'
import { FormDialog, textOf } from '@/components/ui/form-dialog'
import { NameInput } from '@/components/ui/name-input'
import { createCourseAction } from '@/lib/actions/coursework'

type Props = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void }

/** A new course by its name; whoever makes it is its instructor. */
export function NewCourseDialog({ isOpen, onOpenChange }: Props) {
  const router = useRouter()
  const { submit, isPending, problem } = useSubmit(createCourseAction, () => {
    onOpenChange(false)
    router.refresh()
  })
  return (
    <FormDialog
      title="New course"
      description="You are its instructor and can enrol others."
      action="Create course"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isPending={isPending}
      problem={problem?.sentence}
      onSubmit={(data) => submit({ name: textOf(data, 'name') })}
    >
      <Field label="Name" hint="Such as “Container security, spring”.">
        <NameInput />
      </Field>
    </FormDialog>
  )
}
