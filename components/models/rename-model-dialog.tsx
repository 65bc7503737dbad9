'use client'

import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { toast } from '@/components/ui/toast'
import { postChanges } from '@/lib/client/change-api'
import { newId } from '@/lib/client/new-id'
import type { ModelCard } from '@/lib/model/protocol'

type RenameModelDialogProps = { model: ModelCard; isOpen: boolean; onOpenChange: (isOpen: boolean) => void }

/** Another name, as a change like any other: it is in the history, and refused when somebody was faster. */
export function RenameModelDialog({ model, isOpen, onOpenChange }: RenameModelDialogProps) {
  const router = useRouter()
  const formId = useId()
  const [problem, setProblem] = useState<string>()
  const [isPending, setPending] = useState(false)
  const rename = async (value: string) => {
    if (value === model.name) return onOpenChange(false)
    setPending(true)
    const edit = { type: 'set-meta', field: 'name', value, was: model.name } as const
    const change = { id: newId(), label: 'Rename the model', atomic: true, edits: [edit] }
    const sent = await postChanges(model.id, model.seq, [change])
    setPending(false)
    if (sent.state === 'later') return setProblem('The server could not be reached. Try again.')
    if (sent.state === 'never') return setProblem(sent.sentence)
    const [refused] = sent.answer.refused
    if (refused) return setProblem(refused.sentence)
    toast({ title: `Renamed to ${value}.` })
    onOpenChange(false)
    router.refresh()
  }
  return (
    <Dialog
      title="Rename model"
      size="sm"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" isPending={isPending}>
            Rename
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          rename(String(new FormData(event.currentTarget).get('name')).trim())
        }}
      >
        {problem ? <Callout tone="danger">{problem}</Callout> : null}
        <Field label="Name">
          <Input
            name="name"
            required
            maxLength={200}
            pattern=".*\S.*"
            defaultValue={model.name}
            autoComplete="off"
          />
        </Field>
      </form>
    </Dialog>
  )
}
