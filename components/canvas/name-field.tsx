'use client'

import { useState } from 'react'
import { Input } from '@/components/ui/input'
import { announce } from '@/components/ui/live-region'
import { nameElement } from '@/lib/analysis/words/name-element'
import { useModel, useModelStore } from '@/lib/client/model-provider'
import type { Edit } from '@/lib/model/change'
import { elementOf } from '@/lib/model/element-of'

/** The name of a component or flow, to change in place: Enter or leaving the field keeps it, Esc does not. */
export function NameField({ elementId }: { elementId: string }) {
  const store = useModelStore()
  const canEdit = useModel((state) => state.canEdit)
  const name = useModel((state) => elementOf(state.model, elementId)?.name)
  const shown = useModel((state) => nameElement(elementId, state.model, state.catalogue))
  const [typed, setTyped] = useState(name ?? '')

  const keep = () => {
    const { model, apply } = store.getState()
    const value = typed.trim()
    const isFlow = Object.hasOwn(model.flows, elementId)
    if (value === (name ?? '') || (value === '' && !isFlow)) return setTyped(name ?? '')
    const edit = isFlow
      ? {
          type: 'set-flow',
          id: elementId,
          field: 'name',
          value: value === '' ? null : value,
          was: name ?? null,
        }
      : { type: 'set-component', id: elementId, field: 'name', value, was: name }
    if (apply(`Rename ${shown}`.slice(0, 200), [edit as Edit])) announce(`Renamed to ${value}.`)
  }
  if (!canEdit) return <h2 className="font-semibold text-lg [overflow-wrap:anywhere]">{shown}</h2>
  return (
    <>
      <h2 className="sr-only">{shown}</h2>
      <Input
        aria-label="Name"
        maxLength={200}
        placeholder={shown}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
          if (event.key === 'Escape') setTyped(name ?? '')
        }}
        className="-mx-2 w-[calc(100%+1rem)]! border-transparent! bg-transparent! px-2! font-semibold text-lg! hover:border-line-strong! focus:border-focus! focus:bg-surface!"
      />
    </>
  )
}
