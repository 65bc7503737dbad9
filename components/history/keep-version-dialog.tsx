'use client'

import { useRouter } from 'next/navigation'
import { useSubmit } from '@/components/accounts/use-submit'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { FormDialog, textOf } from '@/components/ui/form-dialog'
import { NameInput } from '@/components/ui/name-input'
import { Textarea } from '@/components/ui/textarea'
import { toast } from '@/components/ui/toast'
import { keepVersionAction } from '@/lib/actions/history'
import { useModel } from '@/lib/client/model-provider'

type KeepVersionDialogProps = { modelId: string; isOpen: boolean; onOpenChange: (isOpen: boolean) => void }

/** Keeps what is saved under a name. */
export function KeepVersionDialog({ modelId, isOpen, onOpenChange }: KeepVersionDialogProps) {
  const router = useRouter()
  const pending = useModel((state) => state.outbox.pending.length)
  const { submit, isPending, problem, errorOf } = useSubmit(keepVersionAction, () => {
    onOpenChange(false)
    toast({ title: 'Kept the version.' })
    router.refresh()
  })
  return (
    <FormDialog
      title="Keep a version"
      description="The model as it is saved now, and its report."
      action="Keep version"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isPending={isPending}
      problem={problem?.sentence}
      onSubmit={(data) => submit({ id: modelId, name: textOf(data, 'name'), note: String(data.get('note')) })}
    >
      {pending > 0 ? (
        <Callout tone="warning">Some edits are not saved yet. They will not be in this version.</Callout>
      ) : null}
      <Field label="Name" hint="Such as “Review of November”." error={errorOf('name')}>
        <NameInput maxLength={100} />
      </Field>
      <Field label="Note" hint="Who asked for it, what it is for." error={errorOf('note')}>
        <Textarea name="note" rows={3} maxLength={2000} />
      </Field>
    </FormDialog>
  )
}
