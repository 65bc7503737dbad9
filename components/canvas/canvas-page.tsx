'use client'

import { useReactFlow } from '@xyflow/react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { CanvasArea } from '@/components/canvas/canvas-area'
import { motionTime, useFit } from '@/components/canvas/canvas-controls'
import { CanvasToolbar } from '@/components/canvas/canvas-toolbar'
import { boundsOf, centreOf } from '@/components/canvas/geometry'
import { Inspector } from '@/components/canvas/inspector'
import { ListTwin } from '@/components/canvas/list-twin'
import { NothingDrawn } from '@/components/canvas/nothing-drawn'
import { useDrawnModel } from '@/components/canvas/use-drawn-model'
import { useFlowView } from '@/components/canvas/use-flow-view'
import { KeysDialog } from '@/components/threats/keys-dialog'
import { type KeyHandlers, usePageKeys } from '@/components/threats/use-page-keys'
import { useUndoKeys } from '@/components/threats/use-undo-keys'
import { ResizablePanel } from '@/components/ui/resizable'
import { Sheet } from '@/components/ui/sheet'
import { useModel, useModelStore } from '@/lib/client/model-provider'
import { useRemembered } from '@/lib/client/remembered'
import { useIsWide, useMedia } from '@/lib/client/use-media'
import { MAIN_VIEW_ID } from '@/lib/model/threat-model'

/** Nearest zoom at which a component that was jumped to can be read. */
const READING_ZOOM = 0.8

const keys = [
  { keys: ['/'], does: 'Find a component' },
  { keys: ['L'], does: 'Drawing or list' },
  { keys: ['F'], does: 'Show everything' },
  { keys: ['+'], does: 'Zoom in' },
  { keys: ['−'], does: 'Zoom out' },
  { keys: ['I'], does: 'Inspector on or off' },
  { keys: ['Esc'], does: 'Select nothing' },
  { keys: ['Mod', 'Z'], does: 'Undo' },
] as const

export function CanvasPage() {
  const store = useModelStore()
  const isEmpty = useModel((state) => Object.keys(state.model.components).length === 0)
  const { model, layout, retry } = useDrawnModel(MAIN_VIEW_ID)
  const view = useFlowView(model, MAIN_VIEW_ID)
  const [chosen, setMode] = useRemembered<'drawing' | 'list' | 'auto'>('canvas.mode', 'auto')
  // A drawing on a phone is too small to read; whoever wants it can have it.
  const isPhone = !useMedia('(min-width: 40rem)')
  const mode = chosen !== 'auto' ? chosen : isPhone ? 'list' : 'drawing'
  const [hasInspector, setInspector] = useRemembered<boolean>('canvas.inspector', true)
  const [hasMinimap, setMinimap] = useRemembered<boolean>('canvas.minimap', false)
  const [areKeysShown, setKeysShown] = useState(false)
  const search = useRef<HTMLInputElement>(null)
  const bounds = useMemo(() => boundsOf(view.boxes.values()), [view.boxes])
  const { setCenter, getZoom, zoomIn, zoomOut } = useReactFlow()
  const fit = useFit(bounds)
  useUndoKeys()

  const jump = useCallback(
    (id: string) => {
      store.getState().select(id)
      const flow = store.getState().model.flows[id]
      const box = view.boxes.get(flow ? flow.from : id)
      if (!box) return
      const { x, y } = centreOf(box)
      void setCenter(x, y, { zoom: Math.max(getZoom(), READING_ZOOM), duration: motionTime() })
    },
    [store, view.boxes, setCenter, getZoom],
  )
  const handlers = useMemo<KeyHandlers>(
    () => ({
      '/': () => search.current?.focus(),
      l: () => setMode(mode === 'list' ? 'drawing' : 'list'),
      i: () => setInspector(!hasInspector),
      f: fit,
      '+': () => void zoomIn(),
      '=': () => void zoomIn(),
      '-': () => void zoomOut(),
      '?': () => setKeysShown(true),
      escape: () => store.getState().select(undefined),
    }),
    [mode, setMode, hasInspector, setInspector, fit, zoomIn, zoomOut, store],
  )
  usePageKeys(handlers)

  if (isEmpty) return <NothingDrawn />
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <CanvasToolbar
        mode={mode}
        onMode={setMode}
        hasInspector={hasInspector}
        onInspector={setInspector}
        onJump={jump}
        searchRef={search}
        onKeys={() => setKeysShown(true)}
      />
      <div className="flex min-h-0 flex-1">
        <div className="relative min-w-0 flex-1">
          {mode === 'list' ? (
            <ListTwin />
          ) : (
            <CanvasArea
              view={view}
              viewId={MAIN_VIEW_ID}
              bounds={bounds}
              layout={layout}
              onRetry={retry}
              hasMinimap={hasMinimap}
              onMinimap={setMinimap}
            />
          )}
        </div>
        <InspectorPanel isShown={hasInspector} onSelect={jump} />
      </div>
      <KeysDialog isOpen={areKeysShown} onOpenChange={setKeysShown} keys={keys} />
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
