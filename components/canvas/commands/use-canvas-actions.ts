'use client'

import { useStoreApi } from '@xyflow/react'
import { useEffect, useMemo, useRef } from 'react'
import {
  type CanvasActions,
  createCanvasActions,
  type Sight,
} from '@/components/canvas/commands/canvas-actions'
import { drawingOf } from '@/components/canvas/drawing'
import { type Box, holds } from '@/components/canvas/geometry'
import { useModelStore } from '@/lib/client/model-provider'

/** The actions of this page. They stay the same object; what they see is always the latest. */
export function useCanvasActions(
  boxes: ReadonlyMap<string, Box>,
  viewId: string,
  mode: 'drawing' | 'list',
  jump: (id: string) => void,
): { actions: CanvasActions; sight: () => Sight } {
  const store = useModelStore()
  const flow = useStoreApi()
  const current: Sight = {
    viewId,
    boxes,
    middle() {
      if (mode === 'list') return undefined
      const { transform, width, height } = flow.getState()
      const [x, y, zoom] = transform
      return { x: (width / 2 - x) / zoom, y: (height / 2 - y) / zoom }
    },
    reveal(id) {
      store.getState().select(id)
      if (mode === 'list') return
      const { transform, width, height } = flow.getState()
      const [x, y, zoom] = transform
      // What was just made is not in the boxes of the last drawing.
      const { model, catalogue } = store.getState()
      const box = boxes.get(id) ?? drawingOf(model, catalogue, viewId).boxes.get(id)
      const seen = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }
      const isSeen = box && holds(seen, box) && holds(seen, { x: box.x + box.width, y: box.y + box.height })
      if (!isSeen || zoom < 0.6) requestAnimationFrame(() => jump(id))
    },
  }
  const sight = useRef(current)
  useEffect(() => {
    sight.current = current
  })
  return useMemo(() => {
    const see = () => sight.current
    return { actions: createCanvasActions(store, see), sight: see }
  }, [store])
}
