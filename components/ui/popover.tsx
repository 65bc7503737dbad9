'use client'

import { type ReactElement, useRef } from 'react'
import type { PopoverContent } from '@/components/ui/floating/popover-popup'
import { lazyParts } from '@/components/ui/lazy-parts'
import { Opener, useOpening } from '@/components/ui/opener'

const parts = lazyParts(() => import('@/components/ui/floating/popover-popup'))

type PopoverProps = PopoverContent & {
  trigger: ReactElement
  isOpen?: boolean
  onOpenChange?: (isOpen: boolean) => void
}

/** A small panel that belongs to the element that opened it: filters, a short form. */
export function Popover({ trigger, isOpen: given, onOpenChange, ...content }: PopoverProps) {
  const anchor = useRef<HTMLElement>(null)
  const { isOpen, isMounted, setOpen } = useOpening({ isOpen: given, onOpenChange })
  const loaded = parts.useParts(isOpen, () => setOpen(false))
  return (
    <>
      <Opener
        ref={anchor}
        trigger={trigger}
        kind="dialog"
        isOpen={isOpen}
        onOpen={() => setOpen(!isOpen)}
        onNear={parts.load}
      />
      {loaded && isMounted ? (
        <loaded.PopoverPopup isOpen={isOpen} onOpenChange={setOpen} anchor={anchor} {...content} />
      ) : null}
    </>
  )
}
