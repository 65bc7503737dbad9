'use client'

import { useRouter } from 'next/navigation'
import { useId } from 'react'
import { useSubmit } from '@/components/accounts/use-submit'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { createCourseAction } from '@/lib/actions/coursework'

type Props = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void }

/** A new course by its name; whoever makes it is its instructor. */
export function NewCourseDialog({ isOpen, onOpenChange }: Props) {
  const router = useRouter()
  const formId = useId()
  const { submit, isPending, problem } = useSubmit(createCourseAction, () => {
    onOpenChange(false)
    router.refresh()
  })
  return (
    <Dialog
      title="New course"
      description="You are its instructor and can enrol others."
      size="sm"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" isPending={isPending}>
            Create course
          </Button>
        </>
      }
    >
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault()
          submit({ name: String(new FormData(event.currentTarget).get('name')).trim() })
        }}
      >
        {problem ? (
          <Callout tone="danger" className="mb-3">
            {problem.sentence}
          </Callout>
        ) : null}
        <Field label="Name" hint="Such as “Container security, spring”.">
          <Input
            name="name"
            required
            maxLength={200}
            pattern=".*\S.*"
            title="A name holds at least one letter."
          />
        </Field>
      </form>
    </Dialog>
  )
}
