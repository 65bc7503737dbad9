'use client'

import { useMemo } from 'react'
import { openCanvasDialog } from '@/components/canvas/canvas-ui'
import type { CanvasActions } from '@/components/canvas/commands/canvas-actions'
import type { useClipboard } from '@/components/canvas/commands/use-clipboard'
import { isBoundaryType } from '@/components/canvas/edits/standing'
import { type Command, useCommands } from '@/components/shell/command-store'
import {
  ArrowLeftRight,
  ClipboardPaste,
  Copy,
  CopyPlus,
  CornerDownRight,
  Pencil,
  Plus,
  Scissors,
  Spline,
  SquareDashed,
  Trash2,
} from '@/components/ui/icons'
import { useModel, useModelStore } from '@/lib/client/model-provider'
import { entryOf } from '@/lib/model/records'

/** Pixels that a key makes a boundary larger or smaller. */
const RESIZE_STEP = 40

/** What can be done to the drawing with what is selected. */
export function useEditCommands(
  actions: CanvasActions,
  onPalette: () => void,
  clipboard: ReturnType<typeof useClipboard>,
): void {
  const store = useModelStore()
  const canEdit = useModel((state) => state.canEdit)
  const catalogue = useModel((state) => state.catalogue)
  const components = useModel(
    ({ selection, model }) => [...selection].filter((id) => entryOf(model.components, id)).length,
  )
  const flows = useModel(
    ({ selection, model }) => [...selection].filter((id) => entryOf(model.flows, id)).length,
  )
  const isBoundary = useModel(
    (state) =>
      state.selectedId !== undefined &&
      isBoundaryType(state.catalogue, entryOf(state.model.components, state.selectedId)?.type),
  )
  const commands = useMemo((): Command[] => {
    const select: Command[] = [
      {
        id: 'select-all',
        label: 'Select every component',
        group: 'Edit',
        keys: ['Mod', 'A'],
        isLocal: true,
        run: () => store.getState().selectAll(Object.keys(store.getState().model.components)),
      },
      {
        id: 'select-nothing',
        label: 'Select nothing',
        group: 'Edit',
        keys: ['Esc'],
        isLocal: true,
        isOutOfPalette: true,
        run: () => store.getState().select(undefined),
      },
    ]
    if (!canEdit) return select
    const any = components + flows > 0
    return [
      {
        id: 'add',
        label: 'Add a component',
        group: 'Edit',
        icon: <Plus aria-hidden />,
        keys: ['A'],
        run: onPalette,
      },
      {
        id: 'rename',
        label: 'Rename',
        group: 'Edit',
        icon: <Pencil aria-hidden />,
        keys: ['F2'],
        isDisabled: components + flows !== 1,
        run: () => actions.rename(),
      },
      {
        id: 'connect',
        label: components === 2 ? 'Connect these two' : 'Connect to…',
        group: 'Edit',
        icon: <Spline aria-hidden />,
        keys: ['C'],
        isDisabled: components === 0 || components > 2,
        run: () => actions.startConnecting(),
      },
      {
        id: 'reverse',
        label: 'Turn the data flow around',
        group: 'Edit',
        icon: <ArrowLeftRight aria-hidden />,
        keys: ['R'],
        isDisabled: flows === 0,
        run: () => actions.reverse(),
      },
      {
        id: 'move-into',
        label: 'Move into…',
        group: 'Edit',
        icon: <CornerDownRight aria-hidden />,
        keys: ['M'],
        isDisabled: components === 0,
        run: () => openCanvasDialog({ kind: 'move-into', ids: actions.components() }),
      },
      {
        id: 'boundaries',
        label: 'Boundaries it is in…',
        group: 'Edit',
        icon: <SquareDashed aria-hidden />,
        keys: ['B'],
        isDisabled: components === 0,
        run: () => openCanvasDialog({ kind: 'boundaries', ids: actions.components() }),
      },
      {
        id: 'larger',
        label: 'Make the boundary larger',
        group: 'Edit',
        keys: [']'],
        isDisabled: !isBoundary,
        run: () => actions.resizeBy(RESIZE_STEP),
      },
      {
        id: 'smaller',
        label: 'Make the boundary smaller',
        group: 'Edit',
        keys: ['['],
        isDisabled: !isBoundary,
        run: () => actions.resizeBy(-RESIZE_STEP),
      },
      {
        id: 'cut',
        label: 'Cut',
        group: 'Edit',
        icon: <Scissors aria-hidden />,
        keys: ['Mod', 'X'],
        isNative: true,
        isDisabled: components === 0,
        run: clipboard.cut,
      },
      {
        id: 'copy',
        label: 'Copy',
        group: 'Edit',
        icon: <Copy aria-hidden />,
        keys: ['Mod', 'C'],
        isNative: true,
        isDisabled: components === 0,
        run: clipboard.copy,
      },
      {
        id: 'paste',
        label: 'Paste',
        group: 'Edit',
        icon: <ClipboardPaste aria-hidden />,
        keys: ['Mod', 'V'],
        isNative: true,
        run: () => void clipboard.paste(),
      },
      {
        id: 'duplicate',
        label: 'Duplicate',
        group: 'Edit',
        icon: <CopyPlus aria-hidden />,
        keys: ['Mod', 'D'],
        isLocal: true,
        isDisabled: components === 0,
        run: clipboard.duplicate,
      },
      ...select,
      {
        id: 'delete',
        label: 'Delete',
        group: 'Edit',
        icon: <Trash2 aria-hidden />,
        keys: ['Delete'],
        alsoKeys: [['Backspace']],
        isLocal: true,
        isDisabled: !any,
        isDangerous: true,
        run: () => actions.remove(false),
      },
      {
        id: 'delete-contents',
        label: 'Delete with everything inside',
        group: 'Edit',
        keys: ['Shift', 'Delete'],
        alsoKeys: [['Shift', 'Backspace']],
        isLocal: true,
        isDisabled: components === 0,
        isDangerous: true,
        run: () => actions.remove(true),
      },
    ]
  }, [actions, onPalette, clipboard, canEdit, components, flows, isBoundary, store])
  useCommands('canvas-edit', commands)

  const adding = useMemo(
    (): Command[] =>
      canEdit
        ? catalogue.pack.componentTypes.map(({ id, label }) => ({
            id: `add-${id}`,
            label: `Add ${label}`,
            group: 'Add',
            run: () => void actions.add(id),
          }))
        : [],
    [actions, canEdit, catalogue],
  )
  useCommands('canvas-add', adding)
}
