'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useSubmit } from '@/components/accounts/use-submit'
import type { Chosen } from '@/components/imports/drop-overlay'
import { fetchSample, platforms, samples } from '@/components/imports/samples'
import type { CreateModel } from '@/components/models/model-actions'
import { Field } from '@/components/ui/field'
import { FormDialog, textOf } from '@/components/ui/form-dialog'
import { NameInput } from '@/components/ui/name-input'
import { Select } from '@/components/ui/select'

type NewModelDialogProps = {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  createModel: CreateModel
  /** Files to begin with, as if they had been dropped. */
  onChosen: (chosen: Promise<Chosen>) => void
}

/** A new model: empty by its name, or from a template, whose plan is shown first. */
export function NewModelDialog({ isOpen, onOpenChange, createModel, onChosen }: NewModelDialogProps) {
  const router = useRouter()
  const [folder, setFolder] = useState('')
  const template = samples.find((sample) => sample.folder === folder)
  const { submit, isPending, problem } = useSubmit(createModel, ({ id }) => {
    onOpenChange(false)
    router.push(`/models/${encodeURIComponent(id)}/canvas`)
    router.refresh()
  })
  return (
    <FormDialog
      title="New model"
      description="Empty, or from a template. Import files into it afterwards."
      action="Create model"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isPending={isPending}
      problem={problem?.sentence}
      onSubmit={(data) => {
        if (!template) return submit({ name: textOf(data, 'name'), from: { kind: 'empty' } })
        onOpenChange(false)
        onChosen(fetchSample(template))
      }}
    >
      <Field label="Begin with" hint={template?.about}>
        <Select value={folder} onChange={(event) => setFolder(event.target.value)}>
          <option value="">Nothing</option>
          {platforms.map((platform) => (
            <optgroup key={platform} label={platform}>
              {samples
                .filter((sample) => sample.platform === platform)
                .map((sample) => (
                  <option key={sample.folder} value={sample.folder}>
                    {sample.title}
                  </option>
                ))}
            </optgroup>
          ))}
        </Select>
      </Field>
      {template ? null : (
        <Field label="Name" hint="The system that you look at, such as “Shop”.">
          <NameInput />
        </Field>
      )}
    </FormDialog>
  )
}
