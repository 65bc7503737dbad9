'use client'

import { useStoreApi } from '@xyflow/react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { CanvasControls } from '@/components/canvas/canvas-controls'
import { CanvasFlow } from '@/components/canvas/canvas-flow'
import type { CanvasActions } from '@/components/canvas/commands/canvas-actions'
import { boundsOf } from '@/components/canvas/geometry'
import { NothingDrawn } from '@/components/canvas/nothing-drawn'
import type { FlowView } from '@/components/canvas/to-flow'
import type { CanvasChoices } from '@/components/canvas/use-canvas-choices'
import type { Layout } from '@/components/canvas/use-drawn-model'
import { usePaletteDrop } from '@/components/canvas/use-palette-drop'
import { type Size, viewportFor } from '@/components/canvas/viewport'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Spinner } from '@/components/ui/spinner'
import { useModel } from '@/lib/client/model-provider'

type CanvasAreaProps = {
  view: FlowView
  viewId: string
  layout: Layout
  onRetry: () => void
  choices: CanvasChoices
  actions: CanvasActions
}

/** The room of the drawing: measured once before it is drawn, so that the first viewport shows everything. */
export function CanvasArea({ view, viewId, layout, onRetry, choices, actions }: CanvasAreaProps) {
  const isEmpty = useModel((state) => Object.keys(state.model.components).length === 0)
  const drop = usePaletteDrop(actions, view.boxes)
  const room = useRef<HTMLDivElement>(null)
  const [screen, setScreen] = useState<Size | undefined>()
  useEffect(() => {
    // One frame later, because the inspector beside it takes its remembered width first.
    const frame = requestAnimationFrame(() => {
      const box = room.current?.getBoundingClientRect()
      if (box) setScreen({ width: box.width, height: box.height })
    })
    return () => cancelAnimationFrame(frame)
  }, [])
  // Before the first layout nothing has a place; drawing then would fix the viewport on nothing.
  const isReady = screen !== undefined && (view.nodes.length > 0 || isEmpty || layout.state === 'failed')
  const isSighted = useFirstSight(isReady ? screen : undefined, view)
  return (
    <div ref={room} data-command-area className="absolute inset-0 bg-canvas" {...drop}>
      {isReady && isSighted ? (
        <>
          <CanvasFlow
            view={view}
            viewId={viewId}
            screen={screen}
            hasMinimap={choices.hasMinimap}
            hasSnap={choices.hasSnap}
            actions={actions}
          />
          <CanvasControls />
        </>
      ) : null}
      {isEmpty ? <NothingDrawn /> : null}
      {layout.state === 'running' ? (
        <p
          role="status"
          className="floating absolute top-4 left-1/2 z-10 flex -translate-x-1/2 items-center gap-2 px-3 py-2 text-sm"
        >
          <Spinner />
          Laying out the drawing
        </p>
      ) : null}
      {layout.state === 'failed' ? (
        <div className="absolute top-4 left-1/2 z-10 w-[min(32rem,calc(100%-2rem))] -translate-x-1/2">
          <Callout
            tone="danger"
            title="Some components have no place on the drawing"
            action={
              <Button size="sm" onClick={onRetry}>
                Try again
              </Button>
            }
          >
            {layout.sentence} The list shows all of them.
          </Callout>
        </div>
      ) : null}
    </div>
  )
}

/**
 * Tells React Flow what will be in sight before it draws: otherwise it draws everything in full at zoom 1 first, and then
 * what is really seen. True once it knows.
 */
function useFirstSight(screen: Size | undefined, { boxes }: FlowView): boolean {
  const flow = useStoreApi()
  const [isSighted, setSighted] = useState(false)
  useLayoutEffect(() => {
    if (isSighted || !screen) return
    const { x, y, zoom } = viewportFor(boundsOf(boxes.values()), screen)
    flow.setState({ transform: [x, y, zoom], width: screen.width, height: screen.height })
    setSighted(true)
  }, [isSighted, screen, boxes, flow])
  return isSighted
}
