'use client'

import { useMemo } from 'react'
import { type Command, useCommands } from '@/components/shell/command-store'
import { Redo2, Undo2 } from '@/components/ui/icons'
import { toast } from '@/components/ui/toast'
import { useModel, useModelStore } from '@/lib/client/model-provider'

/** Undo and redo, named after what they take back or do again: "Undo Move 3 components". Offered on every page of a model. */
export function useUndoCommands(): void {
  const store = useModelStore()
  const undo = useModel((state) => state.steps.undo.at(-1)?.label)
  const redo = useModel((state) => state.steps.redo.at(-1)?.label)
  const commands = useMemo((): Command[] => {
    const tell = (done: string | undefined) => done && toast({ title: done })
    return [
      {
        id: 'undo',
        label: undo === undefined ? 'Undo' : `Undo ${undo}`,
        group: 'Edit',
        icon: <Undo2 aria-hidden />,
        keys: ['Mod', 'Z'],
        isDisabled: undo === undefined,
        run: () => tell(store.getState().undo()),
      },
      {
        id: 'redo',
        label: redo === undefined ? 'Redo' : `Redo ${redo}`,
        group: 'Edit',
        icon: <Redo2 aria-hidden />,
        keys: ['Mod', 'Shift', 'Z'],
        alsoKeys: [['Mod', 'Y']],
        isDisabled: redo === undefined,
        run: () => tell(store.getState().redo()),
      },
    ]
  }, [store, undo, redo])
  useCommands('undo', commands)
}
