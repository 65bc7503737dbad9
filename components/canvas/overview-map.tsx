'use client'

import { useReactFlow, useStore } from '@xyflow/react'
import { useEffect, useMemo, useRef } from 'react'
import { type Box, boundsOf } from '@/components/canvas/geometry'
import type { FlowView } from '@/components/canvas/to-flow'
import { worstOpen } from '@/components/canvas/worst-open'

const WIDTH = 200
const HEIGHT = 140
const PAD = 6

/**
 * The whole drawing, small, with what is seen of it. It is painted once for each change of the drawing, not for each
 * frame of a pan: React Flow's own minimap draws an element for every component and costs a fifth of a pan.
 */
export function OverviewMap({ view }: { view: FlowView }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const bounds = useMemo(() => boundsOf(view.boxes.values()), [view.boxes])
  const { setCenter, getZoom } = useReactFlow()
  const scale = bounds
    ? Math.min((WIDTH - 2 * PAD) / Math.max(1, bounds.width), (HEIGHT - 2 * PAD) / Math.max(1, bounds.height))
    : 1

  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!context || !bounds || !canvas.current) return
    const paint = painter(canvas.current)
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0)
    context.clearRect(0, 0, WIDTH, HEIGHT)
    for (const node of view.nodes) {
      const box = view.boxes.get(node.id)
      if (!box) continue
      const worst = node.type === 'boundary' ? undefined : worstOpen(node.data.rows)
      context.fillStyle = paint(
        node.type === 'boundary'
          ? 'var(--color-boundary-tint)'
          : worst
            ? `var(--color-${worst})`
            : 'var(--color-line-mid)',
      )
      const at = [PAD + (box.x - bounds.x) * scale, PAD + (box.y - bounds.y) * scale] as const
      context.fillRect(...at, Math.max(1, box.width * scale), Math.max(1, box.height * scale))
    }
  }, [view, bounds, scale])

  if (!bounds) return null
  const goTo = (event: React.PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect()
    const x = (event.clientX - box.left - PAD) / scale + bounds.x
    const y = (event.clientY - box.top - PAD) / scale + bounds.y
    void setCenter(x, y, { zoom: getZoom() })
  }
  return (
    <div
      aria-hidden
      className="floating absolute right-4 bottom-4 z-10 cursor-pointer overflow-hidden"
      style={{ width: WIDTH, height: HEIGHT }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        goTo(event)
      }}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && goTo(event)}
    >
      <canvas
        ref={canvas}
        width={WIDTH * (globalThis.devicePixelRatio || 1)}
        height={HEIGHT * (globalThis.devicePixelRatio || 1)}
        className="size-full"
      />
      <Seen bounds={bounds} scale={scale} />
    </div>
  )
}

function Seen({ bounds, scale }: { bounds: Box; scale: number }) {
  const [x, y, zoom] = useStore((state) => state.transform)
  const width = useStore((state) => state.width)
  const height = useStore((state) => state.height)
  return (
    <div
      className="pointer-events-none absolute top-0 left-0 border-2 border-accent bg-accent-soft/30"
      style={{
        transform: `translate(${PAD + (-x / zoom - bounds.x) * scale}px, ${PAD + (-y / zoom - bounds.y) * scale}px)`,
        width: (width / zoom) * scale,
        height: (height / zoom) * scale,
      }}
    />
  )
}

/** A canvas knows no variables: the browser is asked once for each colour. */
function painter(element: HTMLElement): (colour: string) => string {
  const known = new Map<string, string>()
  const probe = document.createElement('span')
  return (colour) => {
    const found = known.get(colour)
    if (found !== undefined) return found
    probe.style.color = colour
    element.parentElement?.append(probe)
    const computed = getComputedStyle(probe).color
    probe.remove()
    known.set(colour, computed)
    return computed
  }
}
