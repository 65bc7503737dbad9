'use client'

import { Tooltip as Base } from '@base-ui/react/tooltip'
import type { ReactElement } from 'react'
import { Kbd } from '@/components/ui/kbd'

type TooltipProps = {
  label: string
  keys?: readonly string[]
  side?: 'top' | 'right' | 'bottom' | 'left'
  /** One element that takes a ref and props. */
  children: ReactElement
}

/** A short name or explanation on hover and focus. Never the only place of something that matters. */
export function Tooltip({ label, keys, side = 'bottom', children }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={6} className="z-50">
          <Base.Popup className="fade-float flex max-w-80 items-center gap-2 rounded-md bg-ink px-2 py-1 text-xs text-page">
            {label}
            {keys ? <Kbd keys={keys} tone="inverse" /> : null}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
