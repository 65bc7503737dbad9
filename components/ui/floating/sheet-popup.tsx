'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import { useFirstFocus } from '@/components/ui/first-focus'
import { Overlay, OverlayFooter, OverlayHeading } from '@/components/ui/floating/overlay-parts'

export type SheetContent = {
  title: ReactNode
  description?: ReactNode
  footer?: ReactNode
  side?: 'right' | 'left'
  size?: 'sm' | 'md' | 'lg' | 'xl'
  children: ReactNode
}

const sizes = { sm: 'max-w-80', md: 'max-w-md', lg: 'max-w-2xl', xl: 'max-w-5xl' }

type SheetPopupProps = SheetContent & { isOpen: boolean; onOpenChange: (isOpen: boolean) => void }

/** The panel of a Sheet. */
export function SheetPopup({
  title,
  description,
  isOpen,
  onOpenChange,
  footer,
  side = 'right',
  size = 'md',
  children,
}: SheetPopupProps) {
  const focus = useFirstFocus()
  return (
    <Overlay isOpen={isOpen} onOpenChange={onOpenChange}>
      <Base.Popup
        {...focus}
        className={cn(
          'fixed inset-y-0 z-40 flex w-full flex-col border-line bg-float shadow-float',
          'transition-[opacity,transform] duration-(--motion-slow) ease-calm data-ending-style:opacity-0 data-starting-style:opacity-0',
          side === 'right'
            ? 'right-0 border-l data-ending-style:translate-x-6 data-starting-style:translate-x-6'
            : 'data-ending-style:-translate-x-6 data-starting-style:-translate-x-6 left-0 border-r',
          sizes[size],
        )}
      >
        <OverlayHeading title={title} description={description} />
        <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-1 pb-5">{children}</div>
        {footer ? <OverlayFooter>{footer}</OverlayFooter> : null}
      </Base.Popup>
    </Overlay>
  )
}
