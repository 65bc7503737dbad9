'use client'

import { CSPProvider } from '@base-ui/react/csp-provider'
import { Popover as Base } from '@base-ui/react/popover'
import type { ReactNode, RefObject } from 'react'
import { cn } from '@/components/ui/cn'

export type PopoverContent = {
  /** Named for those who cannot see it. */
  label: string
  align?: 'start' | 'center' | 'end'
  side?: 'top' | 'right' | 'bottom' | 'left'
  className?: string | undefined
  children: ReactNode
}

type PopoverPopupProps = PopoverContent & {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  anchor: RefObject<HTMLElement | null>
}

/** The panel of a Popover. */
export function PopoverPopup({
  isOpen,
  onOpenChange,
  anchor,
  label,
  align = 'start',
  side = 'bottom',
  className,
  children,
}: PopoverPopupProps) {
  return (
    <CSPProvider disableStyleElements>
      <Base.Root
        open={isOpen}
        onOpenChange={(open, { event, cancel }) => {
          // The press on what opened it closes it there.
          if (!open && event.target instanceof Node && anchor.current?.contains(event.target)) cancel()
          else onOpenChange(open)
        }}
      >
        <Base.Portal>
          <Base.Positioner
            anchor={anchor}
            side={side}
            align={align}
            sideOffset={6}
            className="z-50 outline-none"
          >
            <Base.Popup
              aria-label={label}
              className={cn('floating fade-float fit-available overflow-y-auto p-3', className)}
            >
              {children}
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </CSPProvider>
  )
}
