'use client'

import { Keyboard, ListTree, PanelRight, Redo2, Undo2, Waypoints } from 'lucide-react'
import type { RefObject } from 'react'
import { JumpSearch } from '@/components/canvas/jump-search'
import { ModelStrip } from '@/components/canvas/model-strip'
import { IconButton } from '@/components/ui/icon-button'
import { Segmented } from '@/components/ui/segmented'
import { toast } from '@/components/ui/toast'
import { useModel, useModelStore } from '@/lib/client/model-provider'

type CanvasToolbarProps = {
  mode: 'drawing' | 'list'
  onMode: (mode: 'drawing' | 'list') => void
  hasInspector: boolean
  onInspector: (isShown: boolean) => void
  onJump: (id: string) => void
  searchRef: RefObject<HTMLInputElement | null>
  onKeys: () => void
}

/** How the model is shown, finding, the threats in numbers, undo. */
export function CanvasToolbar(props: CanvasToolbarProps) {
  const { mode, onMode, hasInspector, onInspector, onJump, searchRef, onKeys } = props
  return (
    <div className="flex min-h-11 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-line border-b bg-surface px-3 py-1">
      <Segmented
        label="Show as"
        value={mode}
        options={[
          {
            value: 'drawing',
            label: (
              <>
                <Waypoints aria-hidden />
                Drawing
              </>
            ),
          },
          {
            value: 'list',
            label: (
              <>
                <ListTree aria-hidden />
                List
              </>
            ),
          },
        ]}
        onChange={onMode}
      />
      <div className="min-w-36 flex-1">
        <JumpSearch onJump={onJump} inputRef={searchRef} />
      </div>
      <ModelStrip />
      <div className="flex items-center max-md:hidden">
        <UndoButtons />
        <IconButton label="Keys" keys={['?']} icon={<Keyboard aria-hidden />} onClick={onKeys} />
        <IconButton
          label="Inspector"
          keys={['I']}
          isPressed={hasInspector}
          icon={<PanelRight aria-hidden />}
          onClick={() => onInspector(!hasInspector)}
          className="max-lg:hidden"
        />
      </div>
    </div>
  )
}

function UndoButtons() {
  const store = useModelStore()
  const canUndo = useModel((state) => state.steps.undo.length > 0)
  const canRedo = useModel((state) => state.steps.redo.length > 0)
  const tell = (done: string | undefined) => done && toast({ title: done })
  return (
    <>
      <IconButton
        label="Undo"
        keys={['Mod', 'Z']}
        icon={<Undo2 aria-hidden />}
        disabled={!canUndo}
        onClick={() => tell(store.getState().undo())}
      />
      <IconButton
        label="Redo"
        keys={['Mod', 'Shift', 'Z']}
        icon={<Redo2 aria-hidden />}
        disabled={!canRedo}
        onClick={() => tell(store.getState().redo())}
      />
    </>
  )
}
