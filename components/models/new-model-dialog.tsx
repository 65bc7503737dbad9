'use client'

import { useRouter } from 'next/navigation'
import { useId } from 'react'
import { useSubmit } from '@/components/accounts/use-submit'
import type { CreateModel } from '@/components/models/model-actions'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'

type NewModelDialogProps = {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  createModel: CreateModel
}

/** A new, empty model by its name. */
export function NewModelDialog({ isOpen, onOpenChange, createModel }: NewModelDialogProps) {
  const router = useRouter()
  const formId = useId()
  const { submit, isPending, problem } = useSubmit(createModel, ({ id }) => {
    onOpenChange(false)
    router.push(`/models/${encodeURIComponent(id)}/canvas`)
    router.refresh()
  })
  return (
    <Dialog
      title="New model"
      description="An empty model. Import files into it afterwards."
      size="sm"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" isPending={isPending}>
            Create model
          </Button>
        </>
      }
    >
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault()
          const name = String(new FormData(event.currentTarget).get('name')).trim()
          submit({ name, from: { kind: 'empty' } })
        }}
      >
        {problem ? (
          <Callout tone="danger" className="mb-3">
            {problem.sentence}
          </Callout>
        ) : null}
        <Field label="Name" hint="The system that you look at, such as “Shop”.">
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
