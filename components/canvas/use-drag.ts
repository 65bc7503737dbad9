'use client'

import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useCallback, useMemo, useRef, useState } from 'react'
import { setDropTarget, useCanvasUi } from '@/components/canvas/canvas-ui'
import { boundaryEdit } from '@/components/canvas/edits/boundaries'
import { type DragInput, dropEdits, landing } from '@/components/canvas/edits/drop'
import { nameThings } from '@/components/canvas/edits/words'
import type { Box, Point } from '@/components/canvas/geometry'
import { snapped } from '@/components/canvas/snap-drag'
import { announce } from '@/components/ui/live-region'
import { toast } from '@/components/ui/toast'
import { nameElement } from '@/lib/analysis/words/name-element'
import { useModelStore } from '@/lib/client/model-provider'
import { toLine } from '@/lib/model/to-line'

type DraggedNode = { id: string; parentId?: string | undefined; position: Point }

const nowhere: ReadonlyMap<string, Point> = new Map()

/**
 * A drag of cards and boundaries: it stays here until the pointer is let go, and becomes one change then. `dragged` holds
 * positions relative to the parent, as React Flow gives them.
 */
export function useDrag(viewId: string, boxes: ReadonlyMap<string, Box>, hasSnap: boolean) {
  const store = useModelStore()
  const { screenToFlowPosition } = useReactFlow()
  const [dragged, setDragged] = useState(nowhere)
  const latest = useRef(nowhere)
  const isDragging = useRef(false)

  const flow = useStoreApi()
  const note = useCallback(
    (positions: ReadonlyMap<string, Point>) => {
      const shown =
        hasSnap && isDragging.current ? snapped(positions, boxes, store, flow.getState()) : positions
      latest.current = new Map([...latest.current, ...shown])
      setDragged(latest.current)
    },
    [boxes, hasSnap, store, flow],
  )

  const inputOf = useCallback(
    (
      event: MouseEvent | TouchEvent,
      grabbed: string | undefined,
      nodes: readonly DraggedNode[],
    ): DragInput => {
      const { model, catalogue } = store.getState()
      const at = 'clientX' in event ? event : (event.changedTouches[0] ?? { clientX: 0, clientY: 0 })
      const corners = new Map<string, Point>()
      for (const { id, parentId, position } of nodes) {
        const { x, y } = latest.current.get(id) ?? position
        const around = parentId === undefined ? undefined : boxes.get(parentId)
        corners.set(id, { x: x + (around?.x ?? 0), y: y + (around?.y ?? 0) })
      }
      const pointer = screenToFlowPosition({ x: at.clientX, y: at.clientY })
      return { model, catalogue, viewId, boxes, corners, grabbed, pointer }
    },
    [store, boxes, viewId, screenToFlowPosition],
  )

  const clear = useCallback(() => {
    useCanvasUi.setState({ guides: [] })
    latest.current = nowhere
    setDragged(nowhere)
  }, [])
  const start = useCallback(() => {
    isDragging.current = true
    useCanvasUi.setState({ isDragging: true })
  }, [])

  const move = useCallback(
    (event: MouseEvent | TouchEvent, grabbed: string | undefined, nodes: readonly DraggedNode[]) => {
      const { targetId, problem } = landing(inputOf(event, grabbed, nodes))
      setDropTarget(targetId === undefined ? undefined : { id: targetId, problem })
    },
    [inputOf],
  )

  const stop = useCallback(
    (event: MouseEvent | TouchEvent, grabbed: string | undefined, nodes: readonly DraggedNode[]) => {
      isDragging.current = false
      useCanvasUi.setState({ isDragging: false })
      const input = inputOf(event, grabbed, nodes)
      const landed = landing(input)
      clear()
      setDropTarget(undefined)
      if (landed.problem !== undefined) return toast({ title: landed.problem, tone: 'danger' })
      const { model, catalogue, apply } = store.getState()
      const what = nameThings(model, catalogue, [...landed.drops.keys()])
      const into = landed.targetId
      const isJoin = event.altKey && into !== undefined
      const where = into === undefined ? '' : ` into ${nameElement(into, model, catalogue)}`
      const label = toLine(isJoin ? `Add ${what}${where}` : `Move ${what}${where}`, 200)
      const edits = isJoin
        ? [...landed.drops.keys()].flatMap((id) => boundaryEdit(model, id, into, true) ?? [])
        : dropEdits(input, landed)
      if (apply(label, edits, { atomic: true })) announce(`${label}: done.`)
    },
    [inputOf, store, clear],
  )

  return useMemo(
    () => ({ dragged, isDragging, note, clear, start, move, stop }),
    [dragged, note, clear, start, move, stop],
  )
}
