'use client'

import { useReactFlow } from '@xyflow/react'
import { useCallback } from 'react'
import { motionTime } from '@/components/canvas/canvas-controls'
import { type Box, centreOf } from '@/components/canvas/geometry'
import { useModelStore } from '@/lib/client/model-provider'

/** Nearest zoom at which a component that was jumped to can be read. */
const READING_ZOOM = 0.8

/** Selects a component or flow and brings it to the middle. */
export function useJump(boxes: ReadonlyMap<string, Box>): (id: string) => void {
  const store = useModelStore()
  const { setCenter, getZoom } = useReactFlow()
  return useCallback(
    (id: string) => {
      store.getState().select(id)
      const flow = store.getState().model.flows[id]
      const box = boxes.get(flow ? flow.from : id)
      if (!box) return
      const { x, y } = centreOf(box)
      void setCenter(x, y, { zoom: Math.max(getZoom(), READING_ZOOM), duration: motionTime() })
    },
    [store, boxes, setCenter, getZoom],
  )
}
