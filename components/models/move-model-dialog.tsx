'use client'

import { useRouter } from 'next/navigation'
import { useSubmit } from '@/components/accounts/use-submit'
import { useShell } from '@/components/shell/shell-context'
import { Field } from '@/components/ui/field'
import { FormDialog, textOf } from '@/components/ui/form-dialog'
import { Select } from '@/components/ui/select'
import { toast } from '@/components/ui/toast'
import { moveModelAction } from '@/lib/actions/models'

type MoveModelDialogProps = {
  model: { id: string; name: string }
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

/** Into another workspace where one may make models. */
export function MoveModelDialog({ model, isOpen, onOpenChange }: MoveModelDialogProps) {
  const router = useRouter()
  const { workspace, workspaces } = useShell()
  const places = workspaces.filter(
    ({ id, role }) => id !== workspace.id && (role === 'owner' || role === 'editor'),
  )
  const { submit, isPending, problem } = useSubmit(moveModelAction, () => {
    toast({ title: `Moved ${model.name}.` })
    onOpenChange(false)
    router.refresh()
  })
  return (
    <FormDialog
      title={`Move ${model.name}`}
      description="Its history and versions go along. The members of this workspace no longer see it; those of the other do."
      action="Move model"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isPending={isPending}
      isDisabled={places.length === 0}
      problem={problem?.sentence}
      onSubmit={(data) => submit({ id: model.id, toWorkspaceId: textOf(data, 'to') })}
    >
      {places.length === 0 ? (
        <p>There is no other workspace in which your role lets you make models.</p>
      ) : (
        <Field label="To">
          <Select name="to">
            {places.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </FormDialog>
  )
}
