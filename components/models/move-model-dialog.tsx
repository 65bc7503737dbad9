'use client'

import { useRouter } from 'next/navigation'
import { useId } from 'react'
import { useSubmit } from '@/components/accounts/use-submit'
import { useShell } from '@/components/shell/shell-context'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
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
  const formId = useId()
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
    <Dialog
      title={`Move ${model.name}`}
      description="Its history and versions go along. The members of this workspace no longer see it; those of the other do."
      size="sm"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button
            type="submit"
            form={formId}
            variant="primary"
            isPending={isPending}
            disabled={places.length === 0}
          >
            Move model
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          submit({ id: model.id, toWorkspaceId: String(new FormData(event.currentTarget).get('to')) })
        }}
      >
        {problem ? <Callout tone="danger">{problem.sentence}</Callout> : null}
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
      </form>
    </Dialog>
  )
}
