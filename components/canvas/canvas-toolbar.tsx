'use client'

import type { RefObject } from 'react'
import { EditMenu, ViewMenu } from '@/components/canvas/canvas-menus'
import { JumpSearch } from '@/components/canvas/jump-search'
import { ModelStrip } from '@/components/canvas/model-strip'
import type { CanvasChoices } from '@/components/canvas/use-canvas-choices'
import { CommandButton } from '@/components/shell/command-button'
import { showKeys } from '@/components/shell/command-store'
import { IconButton } from '@/components/ui/icon-button'
import { Keyboard, ListTree, PanelLeft, PanelRight, Waypoints } from '@/components/ui/icons'
import { Segmented } from '@/components/ui/segmented'
import { useModel } from '@/lib/client/model-provider'

type CanvasToolbarProps = {
  choices: CanvasChoices
  onJump: (id: string) => void
  searchRef: RefObject<HTMLInputElement | null>
  viewId: string
  onView: (viewId: string) => void
}

const modes = [
  { value: 'drawing', icon: <Waypoints aria-hidden />, words: 'Drawing' },
  { value: 'list', icon: <ListTree aria-hidden />, words: 'List' },
] as const

/** How the model is shown, finding, the threats in numbers, undo. */
export function CanvasToolbar({ choices, onJump, searchRef, viewId, onView }: CanvasToolbarProps) {
  const canEdit = useModel((state) => state.canEdit)
  return (
    <div className="@container flex min-h-11 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-line border-b bg-surface px-3 py-1">
      <CommandButton
        id="palette"
        icon={<PanelLeft aria-hidden />}
        isPressed={choices.hasPalette}
        className="max-lg:hidden"
      />
      <Segmented
        label="Show as"
        value={choices.mode}
        options={modes.map(({ value, icon, words }) => ({
          value,
          label: (
            <>
              {icon}
              {words}
            </>
          ),
        }))}
        onChange={choices.setMode}
        // On a tablet the icons alone; the words stay for those who hear them.
        className="@max-[68rem]:@min-[40rem]:[&_label]:gap-0 @max-[68rem]:@min-[40rem]:[&_label]:text-[0px]"
      />
      <div className="flex items-center max-md:hidden">
        <ViewMenu viewId={viewId} onView={onView} />
        {canEdit ? <EditMenu /> : null}
      </div>
      <div className="min-w-36 flex-1">
        <JumpSearch onJump={onJump} inputRef={searchRef} />
      </div>
      <ModelStrip />
      <div className="flex items-center max-md:hidden">
        <CommandButton id="undo" />
        <CommandButton id="redo" />
        <IconButton
          label="Keys"
          keys={['?']}
          icon={<Keyboard aria-hidden />}
          onClick={() => showKeys()}
          className="@max-[68rem]:hidden"
        />
        <CommandButton
          id="inspector"
          icon={<PanelRight aria-hidden />}
          isPressed={choices.hasInspector}
          className="max-lg:hidden"
        />
      </div>
    </div>
  )
}
