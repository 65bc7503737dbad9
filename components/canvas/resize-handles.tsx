'use client'

import { useReactFlow, ViewportPortal } from '@xyflow/react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useCanvasUi } from '@/components/canvas/canvas-ui'
import type { CanvasActions } from '@/components/canvas/commands/canvas-actions'
import { type Handle, resized } from '@/components/canvas/edits/resize'
import type { Box, Point } from '@/components/canvas/geometry'
import type { FlowView } from '@/components/canvas/to-flow'
import { useModel, useModelStore } from '@/lib/client/model-provider'

const handles: readonly (Handle & { name: string; cursor: string })[] = [
  { x: -1, y: -1, name: 'top left', cursor: 'cursor-nwse-resize' },
  { x: 1, y: -1, name: 'top right', cursor: 'cursor-nesw-resize' },
  { x: -1, y: 1, name: 'bottom left', cursor: 'cursor-nesw-resize' },
  { x: 1, y: 1, name: 'bottom right', cursor: 'cursor-nwse-resize' },
]

/** Handles at the corners of the boundary that is selected. What it would become shows while one of them is dragged. */
export function ResizeHandles({ view, actions }: { view: FlowView; actions: CanvasActions }) {
  const store = useModelStore()
  const id = useModel((state) => state.selectedId)
  const [drag, setDrag] = useState<{ handle: Handle; start: Point } | undefined>()
  const [next, setNext] = useState<Box | undefined>()
  const latest = useRef<Box | undefined>(undefined)
  const { screenToFlowPosition } = useReactFlow()
  const { boxes, frame } = view
  const isDragging = useCanvasUi((state) => state.isDragging)
  const box = id === undefined ? undefined : boxes.get(id)
  const end = useCallback(() => {
    setDrag(undefined)
    setNext(undefined)
    latest.current = undefined
  }, [])

  useEffect(() => {
    if (!drag || id === undefined) return
    const onMove = (event: PointerEvent) => {
      const at = screenToFlowPosition({ x: event.clientX, y: event.clientY })
      const by = { x: at.x - drag.start.x, y: at.y - drag.start.y }
      latest.current = resized(store.getState().model, boxes, id, drag.handle, by)
      setNext(latest.current)
    }
    const onUp = () => {
      if (latest.current) actions.resize(id, latest.current)
      end()
    }
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && end()
    window.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', onUp)
    window.addEventListener('keydown', onKey, true)
    return () => {
      window.removeEventListener('pointermove', onMove)
      window.removeEventListener('pointerup', onUp)
      window.removeEventListener('keydown', onKey, true)
    }
  }, [drag, id, boxes, actions, store, end, screenToFlowPosition])

  if (!box || isDragging || id === undefined || !frame.drawing.isAround(id)) return null
  const shown = next ?? box
  return (
    <ViewportPortal>
      {next ? (
        <div
          className="pointer-events-none absolute rounded-lg border-2 border-accent"
          style={{ transform: `translate(${next.x}px, ${next.y}px)`, width: next.width, height: next.height }}
        />
      ) : null}
      {handles.map((handle) => (
        <button
          key={handle.name}
          type="button"
          tabIndex={-1}
          aria-label={`Resize, ${handle.name}`}
          data-resize={handle.name}
          onPointerDown={(event) => {
            if (event.button !== 0) return
            event.preventDefault()
            event.stopPropagation()
            setDrag({ handle, start: screenToFlowPosition({ x: event.clientX, y: event.clientY }) })
          }}
          className={`nodrag nopan pointer-events-auto absolute z-[1000] flex size-6 items-center justify-center ${handle.cursor}`}
          style={{
            transform: `translate(${shown.x + (handle.x === 1 ? shown.width : 0) - 12}px, ${shown.y + (handle.y === 1 ? shown.height : 0) - 12}px)`,
          }}
        >
          <span className="size-2.5 rounded-xs border border-accent bg-surface" />
        </button>
      ))}
    </ViewportPortal>
  )
}
