'use client'

import { ViewportPortal } from '@xyflow/react'
import { useCanvasUi } from '@/components/canvas/canvas-ui'

/** The lines that say what a dragged card is in line with. */
export function GuideLines() {
  const guides = useCanvasUi((state) => state.guides)
  if (guides.length === 0) return null
  return (
    <ViewportPortal>
      <svg aria-hidden className="pointer-events-none absolute size-px overflow-visible">
        {guides.map(({ axis, at, from, to }) => (
          <path
            key={axis}
            d={axis === 'x' ? `M${at},${from} V${to}` : `M${from},${at} H${to}`}
            className="fill-none stroke-accent"
            strokeWidth={1}
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </svg>
    </ViewportPortal>
  )
}
