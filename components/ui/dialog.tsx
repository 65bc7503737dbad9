'use client'

import type { ReactElement } from 'react'
import type { DialogContent } from '@/components/ui/floating/dialog-popup'
import { lazyParts } from '@/components/ui/lazy-parts'
import { Opener, useOpening } from '@/components/ui/opener'

const parts = lazyParts(() => import('@/components/ui/floating/dialog-popup'))

export type DialogProps = DialogContent & {
  /** The element that opens it; leave out when `isOpen` is steered from outside. */
  trigger?: ReactElement
  isOpen?: boolean
  onOpenChange?: (isOpen: boolean) => void
}

/** A question or a short form in the way of everything else. Esc and the cross close it; focus returns. */
export function Dialog({ trigger, isOpen: given, onOpenChange, ...content }: DialogProps) {
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
      {loaded && isMounted ? (
        <loaded.DialogPopup isOpen={isOpen} onOpenChange={setOpen} {...content} />
      ) : null}
    </>
  )
}
