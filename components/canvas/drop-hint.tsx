'use client'

import { ViewportPortal } from '@xyflow/react'
import { useCanvasUi } from '@/components/canvas/canvas-ui'
import type { Box } from '@/components/canvas/geometry'
import { cn } from '@/components/ui/cn'

/** What would hold what is dragged, if it were let go now; in the colour of danger when it may not. */
export function DropHint({ boxes }: { boxes: ReadonlyMap<string, Box> }) {
  const target = useCanvasUi((state) => state.dropTarget)
  const box = target && boxes.get(target.id)
  if (!box) return null
  return (
    <ViewportPortal>
      <div
        className={cn(
          'far-line pointer-events-none absolute rounded-lg border-2',
          target.problem === undefined
            ? 'border-accent bg-accent-soft/40'
            : 'border-danger bg-danger-soft/40',
        )}
        style={{ transform: `translate(${box.x}px, ${box.y}px)`, width: box.width, height: box.height }}
      />
    </ViewportPortal>
  )
}
