'use client'

import type { ReactElement } from 'react'
import type { SheetContent } from '@/components/ui/floating/sheet-popup'
import { lazyParts } from '@/components/ui/lazy-parts'
import { Opener, useOpening } from '@/components/ui/opener'

const parts = lazyParts(() => import('@/components/ui/floating/sheet-popup'))

type SheetProps = SheetContent & {
  trigger?: ReactElement
  isOpen?: boolean
  onOpenChange?: (isOpen: boolean) => void
}

/** A drawer from the side: settings, an import's plan. On a phone it takes the whole width. */
export function Sheet({ trigger, isOpen: given, onOpenChange, ...content }: SheetProps) {
  const { isOpen, isMounted, setOpen } = useOpening({ isOpen: given, onOpenChange })
  const loaded = parts.useParts(isOpen, () => setOpen(false))
  return (
    <>
      {trigger ? (
        <Opener
          trigger={trigger}
          kind="dialog"
          isOpen={isOpen}
          onOpen={() => setOpen(true)}
          onNear={parts.load}
        />
      ) : null}
      {loaded && isMounted ? <loaded.SheetPopup isOpen={isOpen} onOpenChange={setOpen} {...content} /> : null}
    </>
  )
}
