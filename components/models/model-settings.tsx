'use client'

import { useState } from 'react'
import { draftOf, type MetaDraft, type MetaProblems, metaEdits } from '@/components/models/meta-edits'
import { useCanDescribe } from '@/components/shell/shell-context'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Sheet } from '@/components/ui/sheet'
import { Textarea } from '@/components/ui/textarea'
import { toast } from '@/components/ui/toast'
import { useModelStore } from '@/lib/client/model-provider'

type ModelSettingsProps = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void }

/** What the model is about: its name, owner, scope and what was taken for granted. */
export function ModelSettings({ isOpen, onOpenChange }: ModelSettingsProps) {
  return (
    <Sheet
      title="Model settings"
      description="These words open the report, so readers know what was looked at."
      isOpen={isOpen}
      onOpenChange={onOpenChange}
    >
      <SettingsForm onDone={() => onOpenChange(false)} />
    </Sheet>
  )
}

function SettingsForm({ onDone }: { onDone: () => void }) {
  const store = useModelStore()
  const canEdit = useCanDescribe()
  const [seen] = useState(() => store.getState().model.meta)
  const [draft, setDraft] = useState(() => draftOf(seen))
  const [problems, setProblems] = useState<MetaProblems>({})
  const set = (field: keyof MetaDraft) => (event: { target: { value: string } }) =>
    setDraft({ ...draft, [field]: event.target.value })

  const save = (event: React.FormEvent) => {
    event.preventDefault()
    // Against what was shown, so that what somebody else wrote meanwhile is not overwritten unseen.
    const result = metaEdits(seen, draft)
    if ('problems' in result) return setProblems(result.problems)
    if (result.edits.length > 0) {
      store.getState().apply('Change the model settings', result.edits)
      toast({ title: 'Settings changed.' })
    }
    onDone()
  }
  const common = { readOnly: !canEdit }
  return (
    <form onSubmit={save} className="flex flex-col gap-5">
      {canEdit ? null : <Callout>You can read these settings, not change them.</Callout>}
      <Field label="Name" error={problems.name}>
        <Input {...common} required maxLength={200} value={draft.name} onChange={set('name')} />
      </Field>
      <Field label="Owner" hint="Who answers for this system: a person or a team." error={problems.owner}>
        <Input {...common} maxLength={200} value={draft.owner} onChange={set('owner')} />
      </Field>
      <Field label="Scope" hint="What is looked at, and what is left out." error={problems.scope}>
        <Textarea {...common} rows={3} value={draft.scope} onChange={set('scope')} />
      </Field>
      <Field label="Description" error={problems.description}>
        <Textarea {...common} rows={4} value={draft.description} onChange={set('description')} />
      </Field>
      <Field label="Assumptions" hint="What was taken for granted, a line each." error={problems.assumptions}>
        <Textarea {...common} rows={4} value={draft.assumptions} onChange={set('assumptions')} />
      </Field>
      {canEdit ? (
        <div className="flex justify-end gap-2">
          <Button onClick={onDone}>Cancel</Button>
          <Button type="submit" variant="primary">
            Save settings
          </Button>
        </div>
      ) : null}
    </form>
  )
}
