'use client'

import { useReactFlow } from '@xyflow/react'
import { type DragEvent, useMemo } from 'react'
import { setDropTarget, useCanvasUi } from '@/components/canvas/canvas-ui'
import type { CanvasActions } from '@/components/canvas/commands/canvas-actions'
import { targetAt } from '@/components/canvas/edits/drop-target'
import { whyNotIn } from '@/components/canvas/edits/standing'
import type { Box } from '@/components/canvas/geometry'
import { useModelStore } from '@/lib/client/model-provider'

const none: ReadonlySet<string> = new Set()

/** What the drawing does while a type is dragged over it out of the palette, and when it is let go there. */
export function usePaletteDrop(actions: CanvasActions, boxes: ReadonlyMap<string, Box>) {
  const store = useModelStore()
  const { screenToFlowPosition } = useReactFlow()
  return useMemo(() => {
    const look = (event: DragEvent) => {
      const type = useCanvasUi.getState().draggedType
      if (type === undefined) return undefined
      event.preventDefault()
      const { model, catalogue } = store.getState()
      const point = screenToFlowPosition({ x: event.clientX, y: event.clientY })
      const parentId = targetAt({ model, catalogue, boxes, moving: none, type }, point)
      return { type, point, parentId }
    }
    return {
      onDragOver(event: DragEvent) {
        const found = look(event)
        if (!found) return
        event.dataTransfer.dropEffect = 'copy'
        const { model, catalogue } = store.getState()
        const parent = found.parentId === undefined ? undefined : model.components[found.parentId]
        setDropTarget(parent && { id: parent.id, problem: whyNotIn(catalogue, '', found.type, parent) })
      },
      onDragLeave: () => setDropTarget(undefined),
      onDrop(event: DragEvent) {
        const found = look(event)
        setDropTarget(undefined)
        useCanvasUi.setState({ draggedType: undefined })
        if (found) actions.add(found.type, { kind: 'at', point: found.point, parentId: found.parentId })
      },
    }
  }, [actions, boxes, store, screenToFlowPosition])
}
