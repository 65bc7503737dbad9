'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Field } from '@/components/ui/field'
import { FormDialog, textOf } from '@/components/ui/form-dialog'
import { NameInput } from '@/components/ui/name-input'
import { toast } from '@/components/ui/toast'
import { postChanges } from '@/lib/client/change-api'
import { newId } from '@/lib/client/new-id'
import type { ModelCard } from '@/lib/model/protocol'

type RenameModelDialogProps = { model: ModelCard; isOpen: boolean; onOpenChange: (isOpen: boolean) => void }

/** Another name, as a change like any other: it is in the history, and refused when somebody was faster. */
export function RenameModelDialog({ model, isOpen, onOpenChange }: RenameModelDialogProps) {
  const router = useRouter()
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
    <FormDialog
      title="Rename model"
      action="Rename"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isPending={isPending}
      problem={problem}
      onSubmit={(data) => rename(textOf(data, 'name'))}
    >
      <Field label="Name">
        <NameInput defaultValue={model.name} />
      </Field>
    </FormDialog>
  )
}
