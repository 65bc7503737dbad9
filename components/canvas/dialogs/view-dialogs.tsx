'use client'

import { useMemo, useState } from 'react'
import { openCanvasDialog } from '@/components/canvas/canvas-ui'
import { ComponentPicker, choicesOf } from '@/components/canvas/dialogs/component-picker'
import { addToViewEdits, newViewEdit } from '@/components/canvas/edits/views'
import { useEdit } from '@/components/canvas/sheet/use-edit'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Segmented } from '@/components/ui/segmented'
import { useModel, useModelStore } from '@/lib/client/model-provider'
import { newId } from '@/lib/client/new-id'
import { countOf } from '@/lib/model/format-count'
import { entryOf } from '@/lib/model/records'
import { toLine } from '@/lib/model/to-line'

const close = () => openCanvasDialog(undefined)

type NewViewDialogProps = { viewId: string; ids: readonly string[]; onView: (viewId: string) => void }

/** A further view: of everything, of what is selected, or empty to be filled. */
export function NewViewDialog({ viewId, ids, onView }: NewViewDialogProps) {
  const store = useModelStore()
  const edit = useEdit()
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<string | undefined>()
  const [what, setWhat] = useState<'selected' | 'everything' | 'nothing'>(
    ids.length > 0 ? 'selected' : 'everything',
  )
  const options = [
    ...(ids.length > 0
      ? [{ value: 'selected' as const, label: `${countOf(ids.length, 'selected component')}` }]
      : []),
    { value: 'everything' as const, label: 'Everything' },
    { value: 'nothing' as const, label: 'Nothing yet' },
  ]
  const save = (event: React.FormEvent) => {
    event.preventDefault()
    const title = toLine(name, 200)
    if (title === '') return setProblem('Give the view a name.')
    const id = newId()
    const { model, catalogue } = store.getState()
    const shown = what === 'selected' ? ids : what === 'everything' ? Object.keys(model.components) : []
    const isMade = edit(`New view ${title}`, (now) =>
      newViewEdit(now, catalogue, viewId, { id, name: title }, shown),
    )
    if (isMade) onView(id)
    close()
  }
  return (
    <Dialog
      title="New view"
      description="The same model, drawn another way or in part."
      isOpen
      onOpenChange={close}
    >
      <form onSubmit={save} className="flex flex-col gap-4">
        <Field label="Name" error={problem}>
          <Input
            maxLength={200}
            placeholder="Deployment"
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        </Field>
        <div>
          <p className="mb-1.5 font-medium text-sm">What it shows</p>
          <Segmented label="What it shows" value={what} options={options} onChange={setWhat} />
        </div>
        <div className="flex justify-end gap-2">
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" variant="primary">
            Make the view
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** Another name for a view. */
export function RenameViewDialog({ viewId }: { viewId: string }) {
  const present = useModel((state) => entryOf(state.model.views, viewId)?.name) ?? ''
  const edit = useEdit()
  const [name, setName] = useState(present)
  const save = (event: React.FormEvent) => {
    event.preventDefault()
    const value = toLine(name, 200)
    if (value !== '' && value !== present) {
      edit(`Rename view ${present}`, () => ({
        type: 'set-view',
        field: 'name',
        id: viewId,
        value,
        was: present,
      }))
    }
    close()
  }
  return (
    <Dialog title={`Rename ${present}`} size="sm" isOpen onOpenChange={close}>
      <form onSubmit={save} className="flex flex-col gap-4">
        <Field label="Name">
          <Input required maxLength={200} value={name} onChange={({ target }) => setName(target.value)} />
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" variant="primary">
            Rename
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** Components that a view does not show, to put them into it one after the other. */
export function AddToViewDialog({ viewId }: { viewId: string }) {
  const store = useModelStore()
  const edit = useEdit()
  const components = useModel((state) => state.model.components)
  const view = useModel((state) => entryOf(state.model.views, viewId))
  const choices = useMemo(
    () => choicesOf(Object.values(components).filter(({ id }) => !entryOf(view?.placements ?? {}, id))),
    [components, view],
  )
  return (
    <Dialog
      title={`Add to ${view?.name ?? 'this view'}`}
      description="What stands inside a component comes along."
      isOpen
      onOpenChange={close}
    >
      {choices.length === 0 ? (
        <p className="text-ink-muted">Everything of the model is in this view.</p>
      ) : (
        <ComponentPicker
          label="Component to show in this view"
          choices={choices}
          onChoose={({ id, label }) =>
            id !== undefined &&
            edit(`Show ${label} in ${view?.name ?? ''}`, (model) =>
              addToViewEdits(model, store.getState().catalogue, viewId, [id]),
            )
          }
        />
      )}
    </Dialog>
  )
}
