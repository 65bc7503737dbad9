'use client'

import { useEffect, useRef, useState } from 'react'
import { CanvasControls } from '@/components/canvas/canvas-controls'
import { CanvasFlow } from '@/components/canvas/canvas-flow'
import type { Box } from '@/components/canvas/geometry'
import type { FlowView } from '@/components/canvas/to-flow'
import type { Layout } from '@/components/canvas/use-drawn-model'
import type { Size } from '@/components/canvas/viewport'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Spinner } from '@/components/ui/spinner'

type CanvasAreaProps = {
  view: FlowView
  viewId: string
  bounds: Box | undefined
  layout: Layout
  onRetry: () => void
  hasMinimap: boolean
  onMinimap: (isOn: boolean) => void
}

/** The room of the drawing: measured once before it is drawn, so that the first viewport shows everything. */
export function CanvasArea({
  view,
  viewId,
  bounds,
  layout,
  onRetry,
  hasMinimap,
  onMinimap,
}: CanvasAreaProps) {
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
  const isReady = screen !== undefined && (view.nodes.length > 0 || layout.state === 'failed')
  return (
    <div ref={room} className="absolute inset-0 bg-canvas">
      {isReady ? (
        <>
          <CanvasFlow view={view} viewId={viewId} screen={screen} hasMinimap={hasMinimap} />
          <CanvasControls bounds={bounds} hasMinimap={hasMinimap} onMinimap={onMinimap} />
        </>
      ) : null}
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
