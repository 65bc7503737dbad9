import type { Box } from '@/components/canvas/geometry'

export type Viewport = { x: number; y: number; zoom: number }
export type Size = { width: number; height: number }

export const MIN_ZOOM = 0.04
export const MAX_ZOOM = 2

/** Room kept free around the drawing, in screen pixels. */
const MARGIN = 32

/**
 * The viewport that shows a box whole and in the middle, not larger than life. Computed from stored positions, because
 * React Flow's own fitView would draw every component once to measure it.
 */
export function viewportFor(box: Box | undefined, screen: Size, maxZoom = 1): Viewport {
  if (!box || screen.width <= 0 || screen.height <= 0) return { x: MARGIN, y: MARGIN, zoom: 1 }
  const across = (screen.width - 2 * MARGIN) / Math.max(1, box.width)
  const down = (screen.height - 2 * MARGIN) / Math.max(1, box.height)
  const zoom = Math.min(maxZoom, Math.max(MIN_ZOOM, Math.min(across, down)))
  return {
    x: (screen.width - box.width * zoom) / 2 - box.x * zoom,
    y: (screen.height - box.height * zoom) / 2 - box.y * zoom,
    zoom,
  }
}
