'use client'

import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { useSubmit } from '@/components/accounts/use-submit'
import type { Chosen } from '@/components/imports/drop-overlay'
import { fetchSample, platforms, samples } from '@/components/imports/samples'
import type { CreateModel } from '@/components/models/model-actions'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
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
  const formId = useId()
  const [folder, setFolder] = useState('')
  const template = samples.find((sample) => sample.folder === folder)
  const { submit, isPending, problem } = useSubmit(createModel, ({ id }) => {
    onOpenChange(false)
    router.push(`/models/${encodeURIComponent(id)}/canvas`)
    router.refresh()
  })
  return (
    <Dialog
      title="New model"
      description="Empty, or from a template. Import files into it afterwards."
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
          if (template) {
            onOpenChange(false)
            return onChosen(fetchSample(template))
          }
          const name = String(new FormData(event.currentTarget).get('name')).trim()
          submit({ name, from: { kind: 'empty' } })
        }}
      >
        {problem ? (
          <Callout tone="danger" className="mb-3">
            {problem.sentence}
          </Callout>
        ) : null}
        <Field label="Begin with" hint={template?.about} className="mb-4">
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
            <Input
              name="name"
              required
              maxLength={200}
              pattern=".*\S.*"
              title="A name holds at least one letter."
            />
          </Field>
        )}
      </form>
    </Dialog>
  )
}
