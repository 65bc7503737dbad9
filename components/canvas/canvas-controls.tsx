'use client'

import { useReactFlow, useStore } from '@xyflow/react'
import { Map as MapIcon, Maximize, Minus, Plus } from 'lucide-react'
import type { Box } from '@/components/canvas/geometry'
import { viewportFor } from '@/components/canvas/viewport'
import { IconButton } from '@/components/ui/icon-button'

type CanvasControlsProps = {
  bounds: Box | undefined
  hasMinimap: boolean
  onMinimap: (isOn: boolean) => void
}

/** Nearer, farther, everything, overview. */
export function CanvasControls({ bounds, hasMinimap, onMinimap }: CanvasControlsProps) {
  const { zoomIn, zoomOut } = useReactFlow()
  const zoom = useStore((state) => Math.round(state.transform[2] * 100))
  const fit = useFit(bounds)
  return (
    <div
      role="toolbar"
      aria-label="View"
      className="floating absolute bottom-4 left-4 z-10 flex items-center gap-0.5 p-1 shadow-none!"
    >
      <IconButton
        size="sm"
        label="Zoom out"
        keys={['−']}
        icon={<Minus aria-hidden />}
        onClick={() => zoomOut()}
      />
      <span className="tabular w-10 text-center text-ink-muted text-xs">{zoom}%</span>
      <IconButton
        size="sm"
        label="Zoom in"
        keys={['+']}
        icon={<Plus aria-hidden />}
        onClick={() => zoomIn()}
      />
      <IconButton
        size="sm"
        label="Show everything"
        keys={['F']}
        icon={<Maximize aria-hidden />}
        onClick={fit}
      />
      <IconButton
        size="sm"
        label="Overview"
        isPressed={hasMinimap}
        icon={<MapIcon aria-hidden />}
        onClick={() => onMinimap(!hasMinimap)}
        className="max-md:hidden"
      />
    </div>
  )
}

/** Shows the whole drawing in the room it has now. */
export function useFit(bounds: Box | undefined): () => void {
  const { setViewport } = useReactFlow()
  const width = useStore((state) => state.width)
  const height = useStore((state) => state.height)
  return () => void setViewport(viewportFor(bounds, { width, height }), { duration: motionTime() })
}

/** Milliseconds of a camera move; none for those who want no motion. */
export function motionTime(): number {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 180
}
