'use client'

import { useMemo } from 'react'
import { CommandItems } from '@/components/shell/command-menu'
import { Button } from '@/components/ui/button'
import { ChevronDown, LayoutDashboard, SquarePen } from '@/components/ui/icons'
import { Menu, MenuChoice, MenuDivider } from '@/components/ui/menu'
import { useModel } from '@/lib/client/model-provider'
import { MAIN_VIEW_ID } from '@/lib/model/empty-model'
import { entryOf } from '@/lib/model/records'

/** What the menu of a component, a flow or the empty drawing offers; one order for all. */
export const workMenu = [
  ['add', 'rename', 'connect', 'reverse', 'move-into', 'boundaries', 'edit-facts'],
  ['cut', 'copy', 'paste', 'duplicate'],
  ['new-view', 'take-out-of-view'],
  ['delete', 'delete-contents'],
]

const editMenu = [
  ['undo', 'redo'],
  ['cut', 'copy', 'paste', 'duplicate', 'select-all'],
  ['add', 'rename', 'connect', 'reverse', 'move-into', 'boundaries'],
  ['delete', 'delete-contents'],
  ['data-assets', 'settings'],
]

/** Everything that changes the model, with its keys. */
export function EditMenu() {
  return (
    <Menu
      align="start"
      trigger={
        <Button size="sm" variant="ghost">
          <SquarePen aria-hidden />
          Edit
          <ChevronDown aria-hidden />
        </Button>
      }
    >
      <CommandItems groups={editMenu} />
    </Menu>
  )
}

type ViewMenuProps = { viewId: string; onView: (viewId: string) => void }

/** Which view of the model is drawn, and what can be done with views. */
export function ViewMenu({ viewId, onView }: ViewMenuProps) {
  const views = useModel((state) => state.model.views)
  const canEdit = useModel((state) => state.canEdit)
  const options = useMemo(
    () =>
      Object.values(views)
        .sort(
          (a, b) =>
            Number(b.id === MAIN_VIEW_ID) - Number(a.id === MAIN_VIEW_ID) || a.name.localeCompare(b.name),
        )
        .map(({ id, name }) => ({ value: id, label: name })),
    [views],
  )
  if (!canEdit && options.length === 1) return null
  return (
    <Menu
      align="start"
      trigger={
        <Button size="sm" variant="ghost" className="max-w-44">
          <LayoutDashboard aria-hidden />
          <span className="sr-only">View: </span>
          <span className="min-w-0 truncate">{entryOf(views, viewId)?.name ?? 'View'}</span>
          <ChevronDown aria-hidden />
        </Button>
      }
    >
      <MenuChoice value={viewId} options={options} onChange={onView} />
      {canEdit ? <MenuDivider /> : null}
      <CommandItems
        groups={[['new-view', 'rename-view', 'add-to-view', 'take-out-of-view', 'delete-view']]}
      />
    </Menu>
  )
}
