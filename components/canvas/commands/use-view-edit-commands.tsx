'use client'

import { useMemo } from 'react'
import { openCanvasDialog } from '@/components/canvas/canvas-ui'
import type { CanvasActions } from '@/components/canvas/commands/canvas-actions'
import { isWholeView, takeOutEdits } from '@/components/canvas/edits/views'
import { nameThings } from '@/components/canvas/edits/words'
import { type Command, useCommands } from '@/components/shell/command-store'
import { LayoutDashboard } from '@/components/ui/icons'
import { toast } from '@/components/ui/toast'
import { useModel, useModelStore } from '@/lib/client/model-provider'
import { MAIN_VIEW_ID } from '@/lib/model/empty-model'
import { entryOf } from '@/lib/model/records'
import { toLine } from '@/lib/model/to-line'

/** What can be done with the views of a model. */
export function useViewEditCommands(
  actions: CanvasActions,
  viewId: string,
  onView: (viewId: string) => void,
): void {
  const store = useModelStore()
  const canEdit = useModel((state) => state.canEdit)
  const isWhole = useModel((state) => isWholeView(state.model, viewId))
  const name = useModel((state) => entryOf(state.model.views, viewId)?.name) ?? ''
  const selected = useModel(
    ({ selection, model }) => [...selection].filter((id) => entryOf(model.components, id)).length,
  )
  const commands = useMemo((): Command[] => {
    if (!canEdit) return []
    const group = 'Views'
    return [
      {
        id: 'new-view',
        label: selected > 0 ? 'New view of what is selected…' : 'New view…',
        group,
        icon: <LayoutDashboard aria-hidden />,
        keys: ['V'],
        run: () => openCanvasDialog({ kind: 'new-view', ids: actions.components() }),
      },
      {
        id: 'rename-view',
        label: 'Rename this view…',
        group,
        run: () => openCanvasDialog({ kind: 'rename-view' }),
      },
      {
        id: 'add-to-view',
        label: 'Show more in this view…',
        group,
        isDisabled: isWhole,
        run: () => openCanvasDialog({ kind: 'add-to-view' }),
      },
      {
        id: 'take-out-of-view',
        label: 'Take out of this view',
        group,
        isDisabled: isWhole || selected === 0,
        run() {
          const { model, catalogue, apply, select } = store.getState()
          const ids = actions.components()
          const label = toLine(`Take ${nameThings(model, catalogue, ids)} out of ${name}`, 200)
          if (!apply(label, takeOutEdits(model, viewId, ids), { atomic: true })) return
          select(undefined)
          toast({ title: `${label}. It stays in the model.` })
        },
      },
      {
        id: 'delete-view',
        label: 'Delete this view',
        group,
        isDangerous: true,
        isDisabled: isWhole,
        run() {
          const { apply, undo } = store.getState()
          if (!apply(toLine(`Delete view ${name}`, 200), [{ type: 'remove-view', id: viewId }])) return
          onView(MAIN_VIEW_ID)
          toast({
            title: `Deleted the view ${name}. Its components stay in the model.`,
            action: { label: 'Undo', onClick: undo },
          })
        },
      },
    ]
  }, [actions, canEdit, isWhole, name, onView, selected, store, viewId])
  useCommands('canvas-views', commands)
}
