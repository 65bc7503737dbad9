'use client'

import { useMemo, useState } from 'react'
import { carriesEdit } from '@/components/canvas/edits/fields'
import { classificationWords } from '@/components/canvas/sheet/classification-words'
import { useEdit } from '@/components/canvas/sheet/use-edit'
import { useElementWords } from '@/components/threats/use-element-words'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Plus } from '@/components/ui/icons'
import { Input } from '@/components/ui/input'
import { useModel } from '@/lib/client/model-provider'
import { newId } from '@/lib/client/new-id'
import { entryOf } from '@/lib/model/records'
import { toLine } from '@/lib/model/to-line'

const none: readonly string[] = []

/** The data assets that a flow carries; a new one is made in place. */
export function DataCarried({ flowId }: { flowId: string }) {
  const canEdit = useModel((state) => state.canEdit)
  const carried = useModel((state) => entryOf(state.model.flows, flowId)?.dataIds) ?? none
  const dataAssets = useModel((state) => state.model.dataAssets)
  const { name: flowName } = useElementWords()(flowId)
  const edit = useEdit()
  const [typed, setTyped] = useState('')
  const sorted = useMemo(
    () => Object.values(dataAssets).sort((a, b) => a.name.localeCompare(b.name)),
    [dataAssets],
  )
  if (!canEdit) {
    const names = carried.flatMap((id) => entryOf(dataAssets, id)?.name ?? [])
    return <>{names.length === 0 ? 'nobody said' : names.join(', ')}</>
  }
  const add = (event: React.FormEvent) => {
    event.preventDefault()
    const name = toLine(typed, 200)
    if (name === '') return
    const id = newId()
    const isAdded = edit(`Add ${name} to ${flowName}`, () => [
      { type: 'add-data-asset', dataAsset: { id, name, classification: 'internal' } },
      { type: 'set-flow', field: 'dataIds', id: flowId, value: [...carried, id], was: [...carried] },
    ])
    if (isAdded) setTyped('')
  }
  return (
    <div className="flex flex-col gap-1">
      {sorted.map(({ id, name, classification }) => (
        <Checkbox
          key={id}
          label={
            <>
              {name}{' '}
              <span className="text-ink-muted text-xs">
                {classificationWords[classification].label.toLowerCase()}
              </span>
            </>
          }
          checked={carried.includes(id)}
          onChange={({ target }) =>
            edit(`Change what ${flowName} carries`, (model) => carriesEdit(model, flowId, id, target.checked))
          }
        />
      ))}
      <form onSubmit={add} className="flex gap-2">
        <Input
          size="sm"
          aria-label="New data asset"
          placeholder="New data asset"
          maxLength={200}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Button size="sm" type="submit" aria-label="Add data asset">
          <Plus aria-hidden />
          Add
        </Button>
      </form>
    </div>
  )
}
