'use client'

import { useState } from 'react'
import { scopeEdit } from '@/components/canvas/edits/fields'
import { useEdit } from '@/components/canvas/sheet/use-edit'
import { useElementWords } from '@/components/threats/use-element-words'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { useModel } from '@/lib/client/model-provider'
import { entryOf } from '@/lib/model/records'

/** Leaves a component out of the analysis, for a reason that the report shows. */
export function ScopeField({ componentId }: { componentId: string }) {
  const canEdit = useModel((state) => state.canEdit)
  const reason = useModel((state) => entryOf(state.model.components, componentId)?.outOfScope?.reason)
  const { name } = useElementWords()(componentId)
  const edit = useEdit()
  const [typed, setTyped] = useState<string | undefined>()
  const [problem, setProblem] = useState<string | undefined>()
  if (!canEdit) return <>{reason === undefined ? 'In scope' : `Out of scope: ${reason}`}</>
  if (typed === undefined) {
    return (
      <span className="flex flex-wrap items-center gap-x-2">
        <span className="min-w-0 [overflow-wrap:anywhere]">
          {reason === undefined ? 'In scope' : `Out of scope: ${reason}`}
        </span>
        <Button size="sm" variant="ghost" onClick={() => setTyped(reason ?? '')}>
          {reason === undefined ? 'Leave out' : 'Change reason'}
        </Button>
        {reason === undefined ? null : (
          <Button
            size="sm"
            variant="ghost"
            onClick={() =>
              edit(`Take ${name} into scope`, (model) => scopeEdit(model, componentId, undefined))
            }
          >
            Take in
          </Button>
        )}
      </span>
    )
  }
  const save = (event: React.FormEvent) => {
    event.preventDefault()
    if (typed.trim() === '') return setProblem('Say why: a component is left out for a reason.')
    edit(`Leave ${name} out of scope`, (model) => scopeEdit(model, componentId, typed))
    setTyped(undefined)
    setProblem(undefined)
  }
  return (
    <form onSubmit={save} className="flex flex-col gap-2">
      <Field label="Why is it out of scope?" error={problem}>
        <Input
          size="sm"
          maxLength={1000}
          autoFocus
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      </Field>
      <span className="flex gap-2">
        <Button size="sm" type="submit">
          Leave out
        </Button>
        <Button size="sm" variant="ghost" onClick={() => setTyped(undefined)}>
          Cancel
        </Button>
      </span>
    </form>
  )
}
