'use client'

import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { cn } from '@/components/ui/cn'

type ResizablePanelProps = {
  /** Under which its width is remembered in this browser. */
  id: string
  /** Names the divider: "Width of the inspector". */
  label: string
  /** The side of the page that the panel stands at. */
  side: 'left' | 'right'
  /** Pixels. */
  initial: number
  min: number
  max: number
  isFolded?: boolean
  className?: string
  children: ReactNode
}

const storageKey = (id: string) => `bulkhead.panel.${id}`

/** A panel whose inner edge can be dragged, or moved with the arrow keys. Its width is remembered. */
export function ResizablePanel({
  id,
  label,
  side,
  initial,
  min,
  max,
  isFolded,
  className,
  children,
}: ResizablePanelProps) {
  const panel = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(initial)
  const clamp = useCallback((value: number) => Math.round(Math.min(max, Math.max(min, value))), [min, max])

  useEffect(() => {
    const stored = Number(localStorage.getItem(storageKey(id)))
    if (stored > 0) setWidth(clamp(stored))
  }, [id, clamp])

  // Set from script: a style attribute in served HTML is refused by the content security policy.
  useEffect(() => {
    panel.current?.style.setProperty('width', `${width}px`)
  }, [width])

  const keep = (value: number) => {
    const next = clamp(value)
    setWidth(next)
    localStorage.setItem(storageKey(id), String(next))
  }
  const outward = side === 'left' ? 1 : -1

  if (isFolded) return null
  return (
    <div ref={panel} className={cn('relative h-full shrink-0', className)}>
      {children}
      {/* biome-ignore lint/a11y/useSemanticElements: a divider that moves is a focusable separator, which no element is. */}
      <div
        role="separator"
        aria-orientation="vertical"
        aria-label={label}
        aria-valuenow={width}
        aria-valuemin={min}
        aria-valuemax={max}
        tabIndex={0}
        onPointerDown={(event) => {
          event.preventDefault()
          event.currentTarget.setPointerCapture(event.pointerId)
        }}
        onPointerMove={(event) => {
          if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
          const box = panel.current?.getBoundingClientRect()
          if (box) keep(side === 'left' ? event.clientX - box.left : box.right - event.clientX)
        }}
        onDoubleClick={() => keep(initial)}
        onKeyDown={(event) => {
          const step = event.key === 'ArrowRight' ? 16 : event.key === 'ArrowLeft' ? -16 : 0
          if (step === 0) return
          event.preventDefault()
          keep(width + step * outward)
        }}
        className={cn(
          'absolute inset-y-0 z-10 w-2 cursor-col-resize touch-none transition-colors duration-(--motion-fast) hover:bg-accent-line focus-visible:bg-accent-line focus-visible:outline-none',
          side === 'left' ? '-right-1' : '-left-1',
        )}
      />
    </div>
  )
}
