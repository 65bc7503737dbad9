'use client'

import { useState } from 'react'
import { DeleteModelDialog } from '@/components/models/delete-model-dialog'
import type { DeleteModel } from '@/components/models/model-actions'
import { MoveModelDialog } from '@/components/models/move-model-dialog'
import { RenameModelDialog } from '@/components/models/rename-model-dialog'
import { useCommand } from '@/components/people/use-command'
import { useShell } from '@/components/shell/shell-context'
import { buttonStyle } from '@/components/ui/button-style'
import {
  Archive,
  ArchiveRestore,
  ArrowRightLeft,
  Copy,
  Ellipsis,
  Pencil,
  Trash2,
} from '@/components/ui/icons'
import { Menu, MenuDivider, MenuItem } from '@/components/ui/menu'
import { archiveModelAction, duplicateModelAction } from '@/lib/actions/models'
import type { ModelCard } from '@/lib/model/protocol'

/** What can be done with a whole model, as the role allows. */
export function ModelMenu({ model, deleteModel }: { model: ModelCard; deleteModel: DeleteModel }) {
  const { person, workspaces } = useShell()
  const { run } = useCommand()
  const [asking, setAsking] = useState<'rename' | 'move' | 'delete'>()
  const isOwner = person.role === 'owner'
  const isArchived = model.archivedAt !== undefined
  const close = (open: boolean) => open || setAsking(undefined)
  const { id, name } = model
  return (
    <>
      <Menu
        trigger={
          <button
            type="button"
            aria-label={`More for ${name}`}
            className={buttonStyle('ghost', 'sm', 'relative -mt-0.5 -mr-1.5 size-7 px-0!')}
          >
            <Ellipsis aria-hidden />
          </button>
        }
      >
        {isArchived ? null : (
          <MenuItem icon={<Pencil aria-hidden />} onSelect={() => setAsking('rename')}>
            Rename
          </MenuItem>
        )}
        <MenuItem
          icon={<Copy aria-hidden />}
          onSelect={() => run(() => duplicateModelAction({ id }), `Made a copy of ${name}.`)}
        >
          Duplicate
        </MenuItem>
        {isOwner && workspaces.length > 1 ? (
          <MenuItem icon={<ArrowRightLeft aria-hidden />} onSelect={() => setAsking('move')}>
            Move to another workspace
          </MenuItem>
        ) : null}
        <MenuItem
          icon={isArchived ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
          onSelect={() =>
            run(
              () => archiveModelAction({ id, isArchived: !isArchived }),
              isArchived ? `${name} is back.` : `Archived ${name}. It can be read, not changed.`,
            )
          }
        >
          {isArchived ? 'Bring back' : 'Archive'}
        </MenuItem>
        {isOwner ? (
          <>
            <MenuDivider />
            <MenuItem isDangerous icon={<Trash2 aria-hidden />} onSelect={() => setAsking('delete')}>
              Delete
            </MenuItem>
          </>
        ) : null}
      </Menu>
      {asking === 'rename' ? <RenameModelDialog model={model} isOpen onOpenChange={close} /> : null}
      {asking === 'move' ? <MoveModelDialog model={model} isOpen onOpenChange={close} /> : null}
      {asking === 'delete' ? (
        <DeleteModelDialog model={model} isOpen onOpenChange={close} deleteModel={deleteModel} />
      ) : null}
    </>
  )
}
