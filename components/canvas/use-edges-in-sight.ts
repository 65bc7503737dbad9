'use client'

import { useMemo } from 'react'
import { isLarge } from '@/components/canvas/level-of-detail'
import { meets, useSight } from '@/components/canvas/sight'
import type { CanvasEdge, FlowView } from '@/components/canvas/to-flow'
import { useModel } from '@/lib/client/model-provider'

/**
 * The flows to draw. On a large drawing, those that only pass through what is in sight are left out: hundreds of lines
 * from nowhere to nowhere say little and cost most of a frame. Flows of what is selected are always drawn.
 */
export function useEdgesInSight(view: FlowView): CanvasEdge[] {
  const selectedId = useModel((state) => state.selectedId)
  const sight = useSight(isLarge(view.nodes.length))
  return useMemo(() => {
    if (!sight) return view.edges
    const isSeen = (id: string) => {
      const box = view.boxes.get(id)
      return box !== undefined && meets(box, sight)
    }
    return view.edges.filter(
      ({ id, source, target }) =>
        isSeen(source) ||
        isSeen(target) ||
        id === selectedId ||
        source === selectedId ||
        target === selectedId,
    )
  }, [view, sight, selectedId])
}
