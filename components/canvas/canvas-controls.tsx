'use client'

import { useReactFlow, useStore } from '@xyflow/react'
import { useCallback } from 'react'
import type { Box } from '@/components/canvas/geometry'
import { viewportFor } from '@/components/canvas/viewport'
import { CommandButton } from '@/components/shell/command-button'
import { useCommand } from '@/components/shell/command-store'
import { MapIcon, Maximize, Minus, Plus } from '@/components/ui/icons'

/** Nearer, farther, everything, overview. */
export function CanvasControls() {
  const zoom = useStore((state) => Math.round(state.transform[2] * 100))
  const isOverview = useCommand('minimap')?.label.startsWith('Hide') ?? false
  return (
    <div
      role="toolbar"
      aria-label="View"
      className="floating absolute bottom-4 left-4 z-10 flex items-center gap-0.5 p-1 shadow-none!"
    >
      <CommandButton size="sm" id="zoom-out" icon={<Minus aria-hidden />} />
      <span className="tabular w-10 text-center text-ink-muted text-xs">{zoom}%</span>
      <CommandButton size="sm" id="zoom-in" icon={<Plus aria-hidden />} />
      <CommandButton size="sm" id="fit" icon={<Maximize aria-hidden />} />
      <CommandButton
        size="sm"
        id="minimap"
        icon={<MapIcon aria-hidden />}
        isPressed={isOverview}
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
  return useCallback(
    () => void setViewport(viewportFor(bounds, { width, height }), { duration: motionTime() }),
    [setViewport, bounds, width, height],
  )
}

/** Milliseconds of a camera move; none for those who want no motion. */
export function motionTime(): number {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 180
}
