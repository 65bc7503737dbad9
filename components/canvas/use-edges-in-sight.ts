'use client'

import { useStore } from '@xyflow/react'
import { useMemo } from 'react'
import type { Box } from '@/components/canvas/geometry'
import { isLarge } from '@/components/canvas/level-of-detail'
import type { CanvasEdge, FlowView } from '@/components/canvas/to-flow'
import { useModel } from '@/lib/client/model-provider'

/**
 * The flows to draw. On a large drawing, those that only pass through what is in sight are left out: hundreds of lines
 * from nowhere to nowhere say little and cost most of a frame. Flows of what is selected are always drawn.
 */
export function useEdgesInSight(view: FlowView): CanvasEdge[] {
  const large = isLarge(view.nodes.length)
  const selectedId = useModel((state) => state.selectedId)
  // Half a screen at a time, so that panning seldom changes what is drawn.
  const sight = useStore((state) => (large ? sightKey(state.transform, state.width, state.height) : ''))
  return useMemo(() => {
    if (sight === '') return view.edges
    const rect = sightOf(sight)
    const isSeen = (id: string) => {
      const box = view.boxes.get(id)
      return box !== undefined && meets(box, rect)
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

/** The part of the drawing in sight and half a screen around it, rounded to half screens: "x,y,width,height". */
function sightKey([x, y, zoom]: readonly [number, number, number], width: number, height: number): string {
  const [stepX, stepY] = [Math.max(1, width / zoom / 2), Math.max(1, height / zoom / 2)]
  const left = Math.floor(-x / zoom / stepX) - 1
  const top = Math.floor(-y / zoom / stepY) - 1
  return [left * stepX, top * stepY, 5 * stepX, 5 * stepY].map(Math.round).join(',')
}

function sightOf(key: string): Box {
  const [x = 0, y = 0, width = 0, height = 0] = key.split(',').map(Number)
  return { x, y, width, height }
}

function meets(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}
