'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import { useFirstFocus } from '@/components/ui/first-focus'
import { Overlay, OverlayFooter, OverlayHeading } from '@/components/ui/floating/overlay-parts'

export type DialogContent = {
  title: ReactNode
  description?: ReactNode
  /** Buttons at the bottom right, the main one last. */
  footer?: ReactNode
  size?: 'sm' | 'md' | 'lg'
  /** Only text to read: nothing in it takes the focus, so the text does, to be scrolled by keys. */
  isText?: boolean
  children?: ReactNode
}

const sizes = { sm: 'max-w-sm', md: 'max-w-lg', lg: 'max-w-3xl' }

type DialogPopupProps = DialogContent & { isOpen: boolean; onOpenChange: (isOpen: boolean) => void }

/** The panel of a Dialog. */
export function DialogPopup({
  title,
  description,
  isOpen,
  onOpenChange,
  footer,
  size = 'md',
  isText = false,
  children,
}: DialogPopupProps) {
  const focus = useFirstFocus()
  return (
    <Overlay isOpen={isOpen} onOpenChange={onOpenChange}>
      <Base.Popup
        {...focus}
        className={cn(
          'floating fade-float -translate-x-1/2 fixed top-[max(1rem,12vh)] left-1/2 z-40 flex max-h-[76vh] w-[calc(100vw-2rem)] flex-col',
          sizes[size],
        )}
      >
        <OverlayHeading title={title} description={description} />
        {children ? (
          <div tabIndex={isText ? 0 : undefined} className="min-h-0 flex-1 overflow-y-auto px-5 pt-1 pb-5">
            {children}
          </div>
        ) : null}
        {footer ? <OverlayFooter>{footer}</OverlayFooter> : null}
      </Base.Popup>
    </Overlay>
  )
}
