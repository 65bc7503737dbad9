'use client'

import { useReactFlow, ViewportPortal } from '@xyflow/react'
import { useCallback, useEffect, useState } from 'react'
import { hover, openCanvasDialog, setDropTarget, useCanvasUi } from '@/components/canvas/canvas-ui'
import type { CanvasActions } from '@/components/canvas/commands/canvas-actions'
import { type Box, centreOf, holds, type Point } from '@/components/canvas/geometry'
import { useModel } from '@/lib/client/model-provider'

type ConnectHandlesProps = { actions: CanvasActions; boxes: ReadonlyMap<string, Box> }

/** Pixels that tell a drag from a press. */
const SLACK = 5

/**
 * Four handles around the component that is selected or under the pointer: dragged onto another, they make a data flow;
 * pressed, they ask for the other end. One set for the whole drawing, because a set for each card would cost frames.
 */
export function ConnectHandles({ actions, boxes }: ConnectHandlesProps) {
  const hoveredId = useCanvasUi((state) => state.hoveredId)
  const selectedId = useModel((state) => state.selectedId)
  const isBusy = useCanvasUi((state) => state.renamingId !== undefined || state.isDragging)
  const [from, setFrom] = useState<string | undefined>()
  const end = useCallback(() => setFrom(undefined), [])
  const id = from ?? hoveredId ?? selectedId
  const box = id === undefined ? undefined : boxes.get(id)
  if (id === undefined || !box || isBusy) return null
  return (
    <ViewportPortal>
      {from === undefined ? null : <ConnectLine from={from} boxes={boxes} actions={actions} onEnd={end} />}
      {sidesOf(box).map(({ side, x, y }) => (
        <button
          key={side}
          type="button"
          tabIndex={-1}
          aria-label={`Connect, ${side}`}
          data-connect={side}
          onPointerEnter={() => hover(id)}
          onPointerLeave={() => hover(undefined)}
          onPointerDown={(event) => {
            if (event.button !== 0) return
            event.preventDefault()
            event.stopPropagation()
            setFrom(id)
          }}
          className="nodrag nopan group pointer-events-auto absolute z-[1000] flex size-6 cursor-crosshair items-center justify-center"
          style={{ transform: `translate(${x - 12}px, ${y - 12}px)` }}
        >
          <span className="size-2.5 rounded-full border border-accent bg-surface transition-transform group-hover:scale-150 group-hover:bg-accent" />
        </button>
      ))}
    </ViewportPortal>
  )
}

const OUTSIDE = 9

function sidesOf({ x, y, width, height }: Box) {
  return [
    { side: 'right', x: x + width + OUTSIDE, y: y + height / 2 },
    { side: 'bottom', x: x + width / 2, y: y + height + OUTSIDE },
    { side: 'left', x: x - OUTSIDE, y: y + height / 2 },
    { side: 'top', x: x + width / 2, y: y - OUTSIDE },
  ]
}

type ConnectLineProps = ConnectHandlesProps & { from: string; onEnd: () => void }

/** The line that follows the pointer until it is let go. */
function ConnectLine({ from, boxes, actions, onEnd }: ConnectLineProps) {
  const { screenToFlowPosition } = useReactFlow()
  const [at, setAt] = useState<Point | undefined>()
  useEffect(() => {
    let start: Point | undefined
    let isDrag = false
    const pointOf = (event: PointerEvent) => screenToFlowPosition({ x: event.clientX, y: event.clientY })
    const onMove = (event: PointerEvent) => {
      start ??= { x: event.clientX, y: event.clientY }
      isDrag ||= Math.hypot(event.clientX - start.x, event.clientY - start.y) > SLACK
      if (!isDrag) return
      const point = pointOf(event)
      setAt(point)
      const target = topmostAt(boxes, point)
      setDropTarget(target === undefined || target === from ? undefined : { id: target, problem: undefined })
    }
    const onUp = (event: PointerEvent) => {
      const target = isDrag ? topmostAt(boxes, pointOf(event)) : undefined
      finish()
      if (!isDrag) openCanvasDialog({ kind: 'connect', from })
      else if (target !== undefined && target !== from) actions.connect(from, target)
    }
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && finish()
    const finish = () => {
      setDropTarget(undefined)
      hover(undefined)
      onEnd()
    }
    window.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', onUp)
    window.addEventListener('keydown', onKey, true)
    return () => {
      window.removeEventListener('pointermove', onMove)
      window.removeEventListener('pointerup', onUp)
      window.removeEventListener('keydown', onKey, true)
    }
  }, [from, boxes, actions, onEnd, screenToFlowPosition])
  const box = boxes.get(from)
  if (!at || !box) return null
  const start = centreOf(box)
  return (
    <svg aria-hidden className="pointer-events-none absolute size-px overflow-visible">
      <path d={`M${start.x},${start.y} L${at.x},${at.y}`} className="flow-line is-active" />
    </svg>
  )
}

/** The component under a point: of those that lie over each other, the smallest. */
function topmostAt(boxes: ReadonlyMap<string, Box>, point: Point): string | undefined {
  let found: { id: string; area: number } | undefined
  for (const [id, box] of boxes) {
    const area = box.width * box.height
    if (holds(box, point) && (!found || area < found.area)) found = { id, area }
  }
  return found?.id
}
