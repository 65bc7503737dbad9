'use client'

import { useRouter } from 'next/navigation'
import { useId } from 'react'
import { useSubmit } from '@/components/accounts/use-submit'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Textarea } from '@/components/ui/textarea'
import { toast } from '@/components/ui/toast'
import { keepVersionAction } from '@/lib/actions/history'
import { useModel } from '@/lib/client/model-provider'

type KeepVersionDialogProps = { modelId: string; isOpen: boolean; onOpenChange: (isOpen: boolean) => void }

/** Keeps what is saved under a name. */
export function KeepVersionDialog({ modelId, isOpen, onOpenChange }: KeepVersionDialogProps) {
  const router = useRouter()
  const formId = useId()
  const pending = useModel((state) => state.outbox.pending.length)
  const { submit, isPending, problem, errorOf } = useSubmit(keepVersionAction, () => {
    onOpenChange(false)
    toast({ title: 'Kept the version.' })
    router.refresh()
  })
  return (
    <Dialog
      title="Keep a version"
      description="The model as it is saved now, and its report."
      size="sm"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" isPending={isPending}>
            Keep version
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          const data = new FormData(event.currentTarget)
          submit({ id: modelId, name: String(data.get('name')).trim(), note: String(data.get('note')) })
        }}
      >
        {problem ? <Callout tone="danger">{problem.sentence}</Callout> : null}
        {pending > 0 ? (
          <Callout tone="warning">Some edits are not saved yet. They will not be in this version.</Callout>
        ) : null}
        <Field label="Name" hint="Such as “Review of November”." error={errorOf('name')}>
          <Input name="name" required maxLength={100} pattern=".*\S.*" autoComplete="off" />
        </Field>
        <Field label="Note" hint="Who asked for it, what it is for." error={errorOf('note')}>
          <Textarea name="note" rows={3} maxLength={2000} />
        </Field>
      </form>
    </Dialog>
  )
}
