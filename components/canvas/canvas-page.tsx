'use client'

import dynamic from 'next/dynamic'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { CanvasArea } from '@/components/canvas/canvas-area'
import { workMenu } from '@/components/canvas/canvas-menus'
import { CanvasToolbar } from '@/components/canvas/canvas-toolbar'
import { resetCanvasUi } from '@/components/canvas/canvas-ui'
import { useCanvasActions } from '@/components/canvas/commands/use-canvas-actions'
import { useEditCommands } from '@/components/canvas/commands/use-canvas-commands'
import { useClipboard } from '@/components/canvas/commands/use-clipboard'
import { useViewCommands } from '@/components/canvas/commands/use-view-commands'
import { useViewEditCommands } from '@/components/canvas/commands/use-view-edit-commands'
import { CanvasDialogs } from '@/components/canvas/dialogs/canvas-dialogs'
import { presentView } from '@/components/canvas/edits/views'
import { boundsOf } from '@/components/canvas/geometry'
import { Inspector } from '@/components/canvas/inspector'
import { Palette } from '@/components/canvas/palette/palette'
import { useCanvasChoices } from '@/components/canvas/use-canvas-choices'
import { useDrawnModel } from '@/components/canvas/use-drawn-model'
import { useFlowView } from '@/components/canvas/use-flow-view'
import { useJump } from '@/components/canvas/use-jump'
import { CommandItems } from '@/components/shell/command-menu'
import { ContextMenu } from '@/components/ui/context-menu'
import { ResizablePanel } from '@/components/ui/resizable'
import { Sheet } from '@/components/ui/sheet'
import { useModel, useModelStore } from '@/lib/client/model-provider'
import { useRemembered } from '@/lib/client/remembered'
import { useIsWide } from '@/lib/client/use-media'
import { MAIN_VIEW_ID } from '@/lib/model/empty-model'

// Loaded when somebody asks for them: the drawing should not wait.
const ListTwin = dynamic(() => import('@/components/canvas/list-twin').then((each) => each.ListTwin), {
  loading: () => null,
})

/** Drawing or list, palette, inspector. Inside a ReactFlowProvider. */
export function CanvasPage() {
  const canEdit = useModel((state) => state.canEdit)
  const modelId = useModel((state) => state.modelId)
  const [wanted, setView] = useRemembered<string>(`canvas.view.${modelId}`, MAIN_VIEW_ID)
  const viewId = useModel((state) => presentView(state.model, wanted))
  const { model, layout, retry } = useDrawnModel(viewId)
  const view = useFlowView(model, viewId)
  const choices = useCanvasChoices()
  const { mode, hasInspector, hasPalette } = choices
  const isWide = useIsWide()
  const find = useRef<HTMLInputElement>(null)
  const types = useRef<HTMLInputElement>(null)
  const bounds = useMemo(() => boundsOf(view.boxes.values()), [view.boxes])
  const jump = useJump(view.boxes)
  const { actions, sight } = useCanvasActions(view.boxes, viewId, mode, jump)
  const openPalette = useCallback(() => {
    // At once where it is open already: who types on must not find keys of the drawing.
    if (types.current) return types.current.focus()
    choices.setPalette(true)
    requestAnimationFrame(() => types.current?.focus())
  }, [choices])
  useEditCommands(actions, openPalette, useClipboard(actions, sight))
  useViewCommands(choices, bounds, find)
  useViewEditCommands(actions, viewId, setView)
  useEffect(() => resetCanvasUi, [])

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <CanvasToolbar choices={choices} onJump={jump} searchRef={find} viewId={viewId} onView={setView} />
      <div className="flex min-h-0 flex-1">
        {canEdit && isWide ? (
          <ResizablePanel
            id="palette"
            label="Width of the palette"
            side="left"
            initial={208}
            min={160}
            max={360}
            isFolded={!hasPalette}
          >
            <section aria-label="Palette" className="h-full border-line border-r bg-surface">
              <Palette onAdd={(type) => actions.add(type)} searchRef={types} />
            </section>
          </ResizablePanel>
        ) : null}
        <ContextMenu items={<CommandItems groups={workMenu} />} className="relative min-w-0 flex-1">
          {mode === 'list' ? (
            <ListTwin />
          ) : (
            <CanvasArea
              key={viewId}
              view={view}
              viewId={viewId}
              layout={layout}
              onRetry={retry}
              choices={choices}
              actions={actions}
            />
          )}
        </ContextMenu>
        <InspectorPanel isShown={hasInspector} onSelect={jump} />
      </div>
      <CanvasDialogs actions={actions} viewId={viewId} onView={setView} />
    </div>
  )
}

/** Beside the drawing where there is room; on a phone over it, while something is selected. */
function InspectorPanel({ isShown, onSelect }: { isShown: boolean; onSelect: (id: string) => void }) {
  const store = useModelStore()
  const isWide = useIsWide()
  const selectedId = useModel((state) => state.selectedId)
  if (isWide) {
    return (
      <ResizablePanel
        id="inspector"
        label="Width of the inspector"
        side="right"
        initial={360}
        min={300}
        max={720}
        isFolded={!isShown}
      >
        <section aria-label="Inspector" className="h-full border-line border-l bg-surface">
          <Inspector onSelect={onSelect} />
        </section>
      </ResizablePanel>
    )
  }
  return (
    <Sheet
      title="Inspector"
      isOpen={selectedId !== undefined}
      onOpenChange={(isOpen) => !isOpen && store.getState().select(undefined)}
    >
      <PhoneInspector onSelect={onSelect} />
    </Sheet>
  )
}

/** Begins at its tabs: at the name, a phone would bring up its keyboard. */
function PhoneInspector({ onSelect }: { onSelect: (id: string) => void }) {
  const content = useRef<HTMLDivElement>(null)
  useEffect(() => {
    content.current?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus()
  }, [])
  return (
    <div ref={content} className="-mx-5">
      <Inspector onSelect={onSelect} />
    </div>
  )
}
